"""What programs may do with what we publish, as each of the signals says it that they look for.

None of them binds who does not want to be bound; in the Union the reservation of text and data mining counts in law
when it is machine-readable (directive 2019/790, article 4). All are made from the one setting, so that they agree.
"""

from dataclasses import dataclass

from django.conf import settings

# Crawlers and robots.txt names whose operators say that they gather for training. Those that only fetch what somebody
# asks about, or that index for a search with links, are not among them.
TRAINING_CRAWLERS = (
    "Amazonbot",
    "anthropic-ai",
    "Applebot-Extended",
    "Bytespider",
    "CCBot",
    "ClaudeBot",
    "cohere-training-data-crawler",
    "Cotoyogi",
    "DeepSeekBot",
    "Diffbot",
    "FacebookBot",
    "Google-Extended",
    "GPTBot",
    "ICC-Crawler",
    "LAIONDownloader",
    "Meta-ExternalAgent",
    "omgili",
    "PanguBot",
    "SBIntuitionsBot",
    "Timpibot",
    "Webzio-Extended",
)


@dataclass(frozen=True)
class AIPolicy:
    search: bool
    training: bool

    @property
    def content_usage(self):
        """AIPREF, for the header (draft-ietf-aipref-vocab)."""
        return f"search={'ny'[self.search]}, train-ai={'ny'[self.training]}"

    @property
    def robots_tag(self):
        """For the header that keeps out of an index what was found in spite of robots.txt."""
        return "" if self.search else "noindex"

    @property
    def refused_crawlers(self):
        return () if self.training else TRAINING_CRAWLERS

    @property
    def mining_is_reserved(self):
        """TDMRep."""
        return not self.training

    @property
    def data_training_allowed(self):
        """trust.txt."""
        return "yes" if self.training else "no"


def ai_policy():
    return AIPolicy(**settings.AI_POLICY)
