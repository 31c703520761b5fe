"""An ondermandaat is a row of the register: only ever closed, never changed (R196)."""

from django.db import migrations

WAARBORGEN = """
CREATE TRIGGER register_rij_blijft BEFORE UPDATE OR DELETE ON register_ondermandaat
    FOR EACH ROW EXECUTE FUNCTION register_rij_blijft();
CREATE TRIGGER register_niet_leeg BEFORE TRUNCATE ON register_ondermandaat
    FOR EACH STATEMENT EXECUTE FUNCTION register_keten_blijft();
"""

TERUG = """
DROP TRIGGER register_niet_leeg ON register_ondermandaat;
DROP TRIGGER register_rij_blijft ON register_ondermandaat;
"""


class Migration(migrations.Migration):
    dependencies = [("register", "0006_mandaat_waarneming")]
    operations = [migrations.RunSQL(WAARBORGEN, TERUG)]
