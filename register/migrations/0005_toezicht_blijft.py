"""An anchor and a confirmation are evidence: written once, never changed (R191, R196)."""

from django.db import migrations

WAARBORGEN = """
CREATE FUNCTION register_anker_blijft() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    zonder record;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        zonder := NEW;
        zonder.gemaild_op := NULL;
        IF OLD.gemaild_op IS NULL AND zonder IS NOT DISTINCT FROM OLD THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'Een anker mag niet veranderen of verdwijnen.'
        USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER register_anker_blijft BEFORE UPDATE OR DELETE ON register_anker
    FOR EACH ROW EXECUTE FUNCTION register_anker_blijft();
CREATE TRIGGER register_niet_leeg BEFORE TRUNCATE ON register_anker
    FOR EACH STATEMENT EXECUTE FUNCTION register_keten_blijft();
CREATE TRIGGER register_keten_blijft BEFORE UPDATE OR DELETE ON register_registerbevestiging
    FOR EACH ROW EXECUTE FUNCTION register_keten_blijft();
CREATE TRIGGER register_niet_leeg BEFORE TRUNCATE ON register_registerbevestiging
    FOR EACH STATEMENT EXECUTE FUNCTION register_keten_blijft();
"""

TERUG = """
DROP TRIGGER register_niet_leeg ON register_registerbevestiging;
DROP TRIGGER register_keten_blijft ON register_registerbevestiging;
DROP TRIGGER register_niet_leeg ON register_anker;
DROP TRIGGER register_anker_blijft ON register_anker;
DROP FUNCTION register_anker_blijft;
"""


class Migration(migrations.Migration):
    dependencies = [("register", "0004_toezicht")]
    operations = [migrations.RunSQL(WAARBORGEN, TERUG)]
