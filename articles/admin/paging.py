"""Long lists of the desk, read a page at a time and never counted.

A page reads one row more than it shows: that row says whether there is a next page. OFFSET stays, since the desk sorts
and filters by anything; it walks an index, and whoever is past the last page we offer searches instead.
"""

from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ChangeList

# Of 60 entries each: 120,000 of them, and a tenth of a second for the last one.
LAST_PAGE = 2000


class UncountedChangeList(ChangeList):
    """What `get_changelist` returns for such a list; its template includes `admin/_uncounted_pager.html`."""

    def get_results(self, request):
        if not 1 <= self.page_num <= LAST_PAGE:
            raise IncorrectLookupParameters
        rows, self.has_next = page_of_rows(self.queryset, self.page_num, self.list_per_page)
        self.result_list = rows
        self.result_count = len(rows)
        self.full_result_count = None
        self.show_full_result_count = self.show_admin_actions = False
        self.can_show_all = self.multi_page = False
        self.paginator = None

    @property
    def newer(self):
        return self.get_query_string({"p": self.page_num - 1}) if self.page_num > 1 else ""

    @property
    def older(self):
        return self.get_query_string({"p": self.page_num + 1}) if self.has_next else ""


def page_of_rows(queryset, number, size):
    """The rows of a page, counted from 1, and whether there are more."""
    start = (number - 1) * size
    rows = list(queryset[start : start + size + 1])
    return rows[:size], len(rows) > size and number < LAST_PAGE
