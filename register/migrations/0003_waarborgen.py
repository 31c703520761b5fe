"""What the database itself guards: a register row is only ever closed, and nothing disappears.

Guards only refuse (HUIS §11). ``eind_registratie`` goes once from empty to a moment; the chain of
links never changes at all (R196, BETROUWBAAR 1.8).
"""

from django.db import migrations

WAARBORGEN = """
CREATE FUNCTION register_rij_blijft() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    zonder record;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        zonder := NEW;
        zonder.eind_registratie := NULL;
        IF OLD.eind_registratie IS NULL AND NEW.eind_registratie IS NOT NULL
            AND NEW.eind_registratie >= OLD.tijdstip_registratie
            AND zonder IS NOT DISTINCT FROM OLD
        THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'In % mag een rij alleen worden afgesloten, nooit veranderd of verwijderd.',
        TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE FUNCTION register_keten_blijft() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'In % mag niets veranderen of verdwijnen.', TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER register_rij_blijft BEFORE UPDATE OR DELETE ON register_roltoewijzing
    FOR EACH ROW EXECUTE FUNCTION register_rij_blijft();
CREATE TRIGGER register_rij_blijft BEFORE UPDATE OR DELETE ON register_inzet
    FOR EACH ROW EXECUTE FUNCTION register_rij_blijft();
CREATE TRIGGER register_keten_blijft BEFORE UPDATE OR DELETE ON register_schakel
    FOR EACH ROW EXECUTE FUNCTION register_keten_blijft();
CREATE TRIGGER register_niet_leeg BEFORE TRUNCATE ON register_roltoewijzing
    FOR EACH STATEMENT EXECUTE FUNCTION register_keten_blijft();
CREATE TRIGGER register_niet_leeg BEFORE TRUNCATE ON register_inzet
    FOR EACH STATEMENT EXECUTE FUNCTION register_keten_blijft();
CREATE TRIGGER register_niet_leeg BEFORE TRUNCATE ON register_schakel
    FOR EACH STATEMENT EXECUTE FUNCTION register_keten_blijft();
"""

TERUG = """
DROP TRIGGER register_niet_leeg ON register_schakel;
DROP TRIGGER register_niet_leeg ON register_inzet;
DROP TRIGGER register_niet_leeg ON register_roltoewijzing;
DROP TRIGGER register_keten_blijft ON register_schakel;
DROP TRIGGER register_rij_blijft ON register_inzet;
DROP TRIGGER register_rij_blijft ON register_roltoewijzing;
DROP FUNCTION register_keten_blijft;
DROP FUNCTION register_rij_blijft;
"""


class Migration(migrations.Migration):
    dependencies = [("register", "0002_matrixregel")]
    operations = [migrations.RunSQL(WAARBORGEN, TERUG)]
