"""A tab of the browser, what was asked in it and what it complained of."""


class Tab:
    def __init__(self, page):
        self.page = page
        self.requests = []
        self.complaints = []
        page.on("request", self.note)
        page.on("requestfailed", self.miss)
        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: {error}"))
        page.on("console", self.hear)

    def note(self, request):
        self.requests.append(request)

    def miss(self, request):
        """What the reader left behind by going on is not missed."""
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"{request.url}: {request.failure}")

    def hear(self, message):
        """Warnings too: a browser only warns of some blocked or deprecated things. That a page is 404 or 410 it
        calls an error, which is no fault of the page."""
        itself = message.location["url"] == self.page.url and "Failed to load resource" in message.text
        if message.type in ("error", "warning") and not itself:
            self.complaints.append(f"{self.page.url}: {message.text}")

    def strangers(self, site):
        """What was asked of others than the site."""
        return [request.url for request in self.requests if not request.url.startswith(f"{site.address}/")]

    def open(self, address):
        self.page.goto(address)
        return self.page
