"""What the opgaven keep about a person: only where somebody acted; that is counted."""

from config.kern.eigen_gegevens import Onderdeel, Opschoning

ONDERDELEN: tuple[Onderdeel, ...] = ()
OPSCHONINGEN: tuple[Opschoning, ...] = ()
