"""Imports point down only: ground ← nouns ← doors ← map ← newsroom (docs/architecture.md)."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
SOURCES = {
    path.relative_to(ROOT): path.read_text()
    for folder in ("articles", "newsroom")
    for path in sorted((ROOT / folder).rglob("*.py"))
    if "migrations" not in path.parts
}
DOORS = {
    f"articles.{name}"
    for name in (
        "views search context_processors templatetags files crawlers feeds sitemaps admin management demo keeping"
    ).split()
}
# Behind more than one door: how a file is sent, and what the operator's commands do.
SHARED_BY_DOORS = {"articles.files", "articles.demo", "articles.keeping"}
GROUND, NOUNS, DOOR, MAP, PROJECT = range(5)


def module_of(path):
    return ".".join(path.with_suffix("").parts).removesuffix(".__init__")


def within(module, package):
    return module == package or module.startswith(package + ".")


def layer(module):
    if within(module, "newsroom"):
        return PROJECT
    if module == "articles.urls":
        return MAP
    if within(module, "articles.models"):
        return NOUNS
    return DOOR if door(module) else GROUND


def door(module):
    return next((name for name in DOORS if within(module, name)), None)


def imports(path):
    """The modules of ours that a module imports, as `articles.x` or `articles.x.name`."""
    for node in ast.walk(ast.parse(SOURCES[path])):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            # What is imported by dots stays within a package.
            names = [f"{node.module}.{alias.name}" for alias in node.names if node.level == 0]
        else:
            continue
        yield from (name for name in names if within(name, "articles") or within(name, "newsroom"))


def offenders(pattern, allowed=()):
    """The modules whose text says this, but for those that may."""
    return {str(path) for path, source in SOURCES.items() if re.search(pattern, source)} - set(allowed)


def test_no_module_imports_one_of_a_layer_above():
    for path in SOURCES:
        own = layer(module_of(path))
        assert not [name for name in imports(path) if layer(name) > own], path


def test_doors_do_not_import_each_other():
    for path in SOURCES:
        if own := door(module_of(path)):
            assert not {door(name) for name in imports(path)} - {None, own} - SHARED_BY_DOORS, path


def test_nouns_are_imported_from_the_package():
    for path in SOURCES:
        if layer(module_of(path)) != NOUNS:
            assert not [name for name in imports(path) if re.fullmatch(r"articles\.models\.[a-z_]+\..*", name)], path


def test_only_publication_compares_the_hour_of_publication():
    compared = r"published_at__(?!isnull)|withdrawn_at__(?!isnull)|published_at\s*[<>]|[<>]=?\s*[\w.]*published_at"
    assert not offenders(compared, ["articles/models/publication.py"])


def test_only_bodies_and_the_stylesheet_are_marked_safe():
    marked = r"mark_safe|SafeString|SafeText|__html__"
    assert not offenders(marked, ["articles/body.py", "articles/templatetags/newsroom.py"])


def test_templates_mark_nothing_safe():
    for template in (ROOT / "templates").rglob("*.html"):
        assert not re.findall(r"\|\s*safe|autoescape\s+off|safeseq", template.read_text()), template


def test_imports_stand_at_the_top():
    for path, source in SOURCES.items():
        for function in (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef)):
            inside = [node for node in ast.walk(function) if isinstance(node, ast.Import | ast.ImportFrom)]
            assert not inside, f"{path} {function.name}"


def test_only_the_settings_read_the_environment():
    # The one takes a database's address apart, the other hands the environment on to pg_dump.
    passing_on = ["articles/database.py", "articles/keeping/databases.py"]
    allowed = ["newsroom/settings.py", "newsroom/wsgi.py", *passing_on]
    assert not offenders(r"os\.environ|getenv|import environ", allowed)


def test_the_site_listens_to_no_signal_and_needs_no_test_tools():
    assert not offenders(r"\bimport signals|\.signals\b|@receiver|django\.test\b")
