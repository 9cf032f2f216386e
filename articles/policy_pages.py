"""Which of the paper's own pages answer a question that machines ask: who owns it, by what rules it works.

A page is known by its address, in French or in English; a paper that has no such page says nothing.
"""

from articles.paper import absolute

ABOUT = {"qui-sommes-nous", "about"}
CHARTER = {"charte", "charter"}
CONTACT = {"contact"}
LEGAL_NOTICE = {"mentions-legales", "legal-notice"}


def policy_page(navigation, slugs):
    """The whole address of the page among the masthead's and footer's links, or nothing."""
    links = (link for place, links in navigation.items() if place != "section" for link in links)
    return next((absolute(link.address) for link in links if link.slug in slugs), "")
