"""Chromium as Debian brings it, driven by Playwright: for the browser's tests and for the screenshots."""

from contextlib import contextmanager

from playwright.sync_api import sync_playwright

# It runs where there is no screen and no user namespace, and asks nothing of its makers.
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@contextmanager
def chromium(executable):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        yield browser
        browser.close()


def show_pictures(page):
    """Load and decode the pictures that would wait for the reader to come near."""
    page.evaluate("""async () => {
        await document.fonts.ready
        for (const picture of document.images) {
            picture.loading = 'eager'
            await picture.decode()
        }
    }""")
