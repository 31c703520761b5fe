"""Static files under a name that holds their hash, compressed beforehand."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class Opslag(CompressedManifestStaticFilesStorage):
    """Vendored ES modules keep their own relative imports; a missing file is a missing file."""

    manifest_strict = False
    support_js_module_import_aggregation = True
