"""docs/performance.md, a section for each script that measures something."""

from pathlib import Path

REPORT = Path(__file__).parent / "performance.md"


def write_section(heading, section):
    """Put a section in place of the one that the last run of its script wrote."""
    before = REPORT.read_text() if REPORT.exists() else "# Performance\n"
    head, found, rest = before.partition(heading)
    following = rest.partition("\n## ")
    kept = f"\n## {following[2]}" if found and following[1] else ""
    REPORT.write_text(f"{head.rstrip()}\n\n{section.rstrip()}\n{kept}")
    print(f"Written: {REPORT.name}")
