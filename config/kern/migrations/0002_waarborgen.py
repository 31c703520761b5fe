"""What the database itself guards: the logbook only grows, an adopted decision stands.

Guards only refuse; they never change a row (HUIS §11). The table for the cache (rate limits of
signing in) is here too, so that migrating is all an installation needs.
"""

from django.db import migrations

WAARBORGEN = """
CREATE SEQUENCE kern_besluit_kenmerk;

CREATE TABLE kern_cache (
    cache_key varchar(255) PRIMARY KEY,
    value text NOT NULL,
    expires timestamptz NOT NULL
);
CREATE INDEX kern_cache_expires ON kern_cache (expires);

CREATE FUNCTION kern_alleen_toevoegen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'In % mag een regel niet veranderen of verdwijnen.', TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER kern_logregel_blijft BEFORE UPDATE OR DELETE ON kern_logregel
    FOR EACH ROW EXECUTE FUNCTION kern_alleen_toevoegen();
CREATE TRIGGER kern_inzage_blijft BEFORE UPDATE OR DELETE ON kern_inzage
    FOR EACH ROW EXECUTE FUNCTION kern_alleen_toevoegen();

CREATE FUNCTION kern_besluit_blijft() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.status = 'vastgesteld' THEN
        RAISE EXCEPTION 'Een vastgesteld besluit mag niet veranderen of verdwijnen.'
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER kern_besluit_blijft BEFORE UPDATE OR DELETE ON kern_besluit
    FOR EACH ROW EXECUTE FUNCTION kern_besluit_blijft();
CREATE TRIGGER kern_besluitenlijst_blijft BEFORE UPDATE OR DELETE ON kern_besluitenlijst
    FOR EACH ROW EXECUTE FUNCTION kern_besluit_blijft();

CREATE FUNCTION kern_document_blijft() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' OR EXISTS (
        SELECT 1 FROM kern_besluit WHERE document_id = OLD.id AND status = 'vastgesteld'
    ) THEN
        RAISE EXCEPTION 'Een bewaard document mag niet veranderen of verdwijnen.'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN OLD;
END $$;
CREATE TRIGGER kern_document_blijft BEFORE UPDATE OR DELETE ON kern_document
    FOR EACH ROW EXECUTE FUNCTION kern_document_blijft();
"""

TERUG = """
DROP TRIGGER kern_document_blijft ON kern_document;
DROP FUNCTION kern_document_blijft;
DROP TRIGGER kern_besluitenlijst_blijft ON kern_besluitenlijst;
DROP TRIGGER kern_besluit_blijft ON kern_besluit;
DROP FUNCTION kern_besluit_blijft;
DROP TRIGGER kern_inzage_blijft ON kern_inzage;
DROP TRIGGER kern_logregel_blijft ON kern_logregel;
DROP FUNCTION kern_alleen_toevoegen;
DROP TABLE kern_cache;
DROP SEQUENCE kern_besluit_kenmerk;
"""


class Migration(migrations.Migration):
    dependencies = [("kern", "0001_initial")]
    operations = [migrations.RunSQL(WAARBORGEN, TERUG)]
