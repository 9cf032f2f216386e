"""Everything that can be wrong with a paper's rows and files, as lists for the operator."""

from django.db import DatabaseError, connection

from articles.keeping.files import changed_originals, missing_originals, missing_renditions, orphans
from articles.keeping.links import links_to_nowhere, lost_figures


def faults_of_database():
    """Rows that refer to rows which are not there; SQLite also reads whether its file is whole."""
    try:
        connection.check_constraints()
    except DatabaseError as error:
        yield str(error)
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA quick_check")
            yield from (line for (line,) in cursor.fetchall() if line != "ok")


CHECKS = {
    "The database": faults_of_database,
    "Originals that are missing": missing_originals,
    "Renditions that are missing (renditions makes them again)": missing_renditions,
    "Files that no photo needs": orphans,
    "Figures without a photo": lost_figures,
    "Links to nowhere": links_to_nowhere,
}
DEEP_CHECKS = {"Originals that are no longer what was uploaded": changed_originals}


def verify(deep=False):
    """The faults by heading; empty when all is well. `deep` reads every original."""
    checks = CHECKS | (DEEP_CHECKS if deep else {})
    found = {heading: list(check()) for heading, check in checks.items()}
    return {heading: faults for heading, faults in found.items() if faults}
