"""The description of the API, made where there is no database: on a build machine, say."""

from drf_spectacular.drainage import GENERATOR_STATS
from drf_spectacular.generators import SchemaGenerator


def test_describing_the_api_needs_no_database():
    """No ``django_db`` here: a query would be refused, and the generator would warn."""
    GENERATOR_STATS.reset()

    schema = SchemaGenerator().get_schema(request=None, public=True)

    assert schema["paths"]
    assert not GENERATOR_STATS, "see the warnings above"
