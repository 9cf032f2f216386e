"""Keeping a paper safe: backup and restore, moving to another database, verifying what is there.

A backup is a folder. `snapshots/` has a folder a night, each with the whole database and a manifest;
`files/` has what all of them share, pictures above all, each file once and named by its checksum.
"""


class Trouble(Exception):
    """Why it was not done, in a sentence for the operator."""
