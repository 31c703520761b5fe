"""Give the database role of the application exactly the rights it needs: it can add to the chain
of evidence, the logbook and the register, but not change or remove what stands there.

Run it as the owner of the tables, after each ``migrate``. The password of a new role comes from
``INZET_DB_ROL_WACHTWOORD``; without it the role cannot sign in with a password.
"""

import os
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import connection, transaction
from psycopg import sql

ALLEEN_TOEVOEGEN = (
    "register_schakel", "register_anker", "register_registerbevestiging",
    "register_roltoewijzing", "register_inzet", "register_ondermandaat", "kern_logregel",
    "kern_inzage",
)
# what may still be filled in, once; the guards of the database see to that
KOLOMMEN = {
    "register_anker": "gemaild_op",
    "register_roltoewijzing": "eind_registratie",
    "register_inzet": "eind_registratie",
    "register_ondermandaat": "eind_registratie",
}


class Command(BaseCommand):
    help = "Maakt de databaserol van de applicatie en geeft die alleen wat nodig is."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--naam", default="inzet_app", help="Naam van de rol")

    def handle(self, *args: object, **opties: Any) -> None:
        naam = opties["naam"]
        with transaction.atomic(), connection.cursor() as cursor:
            for opdracht in self._opdrachten(cursor, naam):
                cursor.execute(opdracht)
        self.stdout.write(
            f"De rol {naam} kan schrijven, maar niets veranderen of verwijderen in: "
            f"{', '.join(ALLEEN_TOEVOEGEN)}."
        )

    def _opdrachten(self, cursor: Any, naam: str) -> list[sql.Composed]:
        rol = sql.Identifier(naam)
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [naam])
        opdrachten = []
        if cursor.fetchone() is None:
            opdrachten.append(sql.SQL("CREATE ROLE {} LOGIN").format(rol))
        if wachtwoord := os.environ.get("INZET_DB_ROL_WACHTWOORD"):
            opdrachten.append(sql.SQL("ALTER ROLE {} PASSWORD {}").format(
                rol, sql.Literal(wachtwoord)
            ))
        gewoon = (
            "GRANT USAGE ON SCHEMA public TO {}",
            "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {}",
            "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {}",
        )
        opdrachten += [sql.SQL(regel).format(rol) for regel in gewoon]
        for tabel in ALLEEN_TOEVOEGEN:
            opdrachten.append(sql.SQL("REVOKE UPDATE, DELETE, TRUNCATE ON {} FROM {}").format(
                sql.Identifier(tabel), rol
            ))
            if kolom := KOLOMMEN.get(tabel):
                opdrachten.append(sql.SQL("GRANT UPDATE ({}) ON {} TO {}").format(
                    sql.Identifier(kolom), sql.Identifier(tabel), rol
                ))
        return opdrachten
