"""The headline that stands first on the front of the small paper, numbered at every change."""

import re
from urllib.request import urlopen

LEAD = "found = Placement.objects.filter(slot='lead').latest('pk')"


def number_headline(do, number):
    """`do` is the hand of a `Place`."""
    do(f"{LEAD}; found.headline = 'Titre no {number}.'; found.save(); Edition.end()")


def front_of(host):
    with urlopen(host, timeout=60) as answer:
        return answer.read().decode()


def headline_number(host):
    return int((re.findall(r"Titre no\s(\d+)\.", front_of(host)) or [0])[0])
