"""Makes the pictures of `docs/users.md` and the README from a running portal.

    PORTAL_VAR=/tmp/pictures PORTAL_FIXED_DAY=2026-11-24 make serve BIND=127.0.0.1:8765
    .venv/bin/python docs/images/make.py http://127.0.0.1:8765 /tmp/pictures/mail     (in a second terminal)

It answers the questionnaire, keeps the answers under a code and signs up, so use a portal of its own, as above. Needs the
developers' tools (`make install`) and Chromium. The five words of the code are new each time.
"""

import io
import re
import shutil
import sys
import uuid
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

HERE = Path(__file__).resolve().parent
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1100, "height": 800}
COLOURS = 64
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ANSWERS: dict[str, dict[str, str | None]] = {
    "places": {"countries": "ZAF"},
    "themes": {"themes": "racism"},
    "information": {"information": "individual-cases", "scale": "single-case", "evidence": "direct"},
    "events": {"urgency": "past", "people": "race-or-origin"},
    "dates": {"began_on": "2024-03-01", "happened_on": "2024-03-01"},
    "consent": {"consent": "victim", "identification": "open"},
    "remedies": {"remedies": "exhausted", "elsewhere": "no"},
    "decisions": {"final_decision_on": "2026-07-24"},
    "outcomes": {"outcomes": "legal-finding"},
    "access": {"effort": "months", "ecosoc": "none"},
}


def main(site: str, mails: Path) -> None:
    """In: the portal's address, and the folder in which it leaves its mails."""
    with sync_playwright() as playwright:
        chromium = next(filter(None, map(shutil.which, CHROMIUMS)), None)
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport=PHONE)
        page.goto(site)
        picture(page, "start")
        for step, answers in ANSWERS.items():
            page.goto(f"{site}/questions/{step}/")
            for question, answer in answers.items():
                fill(page, question, str(answer))
            if step == "remedies":
                picture(page, "question")
            press(page, "Continue")
        page.goto(f"{site}/advice/")
        picture(page, "advice")
        page.locator(".card-route > summary").first.click()
        page.locator(".card-route summary").filter(has_text="Conditions").first.click()
        picture(page, "conditions", at=".card-route details[open]")
        page.set_viewport_size(DESK)
        page.goto(f"{site}/advice/")
        picture(page, "desktop")
        page.set_viewport_size(PHONE)
        keep_under_a_code(page, site)
        sign_up(page, site, mails)
        make_a_plan(page, site)
        browser.close()


def fill(page: Page, question: str, answer: str) -> None:
    """Give one answer: a day as text, anything else a tick, also in a list that shows only what was searched for."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", answer):
        page.locator(f"[name={question}]").fill(answer)
    else:
        page.locator(f"[name={question}][value={answer}]").first.evaluate("box => { box.checked = true }")


def press(page: Page, name: str) -> None:
    """Press a button and wait for the page behind it."""
    before = page.url
    page.get_by_role("button", name=name, exact=True).click()
    page.wait_for_load_state("networkidle")
    if page.locator("#error-summary").count():
        sys.exit(f"{before}: {page.locator('#error-summary').inner_text()}")


def keep_under_a_code(page: Page, site: str) -> None:
    """Keep the answers for thirty days. The page with the code is the picture."""
    page.goto(f"{site}/later/")
    page.get_by_label("30 days").first.check()
    press(page, "Keep my answers and show me the code")
    picture(page, "code")


def sign_up(page: Page, site: str, mails: Path) -> None:
    """Make an account for nobody in particular; the code of its confirmation lies in the newest mail."""
    page.goto(f"{site}/account/signup/")
    page.get_by_label("E-mail address").fill(f"{uuid.uuid4().hex[:12]}@ngo.example")
    page.get_by_label("New password").fill(uuid.uuid4().hex)
    press(page, "Create an account")
    newest = max(mails.glob("*.eml"), key=lambda path: path.stat().st_mtime).read_text(encoding="utf-8")
    code = re.search(r"^\W*([A-Z0-9]{3,4}-?[A-Z0-9]{3,4})\W*$", newest, re.MULTILINE)
    if code is None:
        sys.exit("The newest mail holds no code.")
    page.get_by_label("Code").fill(code[1])
    press(page, "Confirm")


def make_a_plan(page: Page, site: str) -> None:
    """Save the advice, and plan the route that fits best."""
    page.goto(f"{site}/saved/")
    page.locator(".saved-rows a").first.click()
    page.get_by_role("link", name="Make a plan").click()
    page.get_by_label("Complaint to a treaty body").check()
    press(page, "Make the plan")
    picture(page, "plan", at="main section")


def picture(page: Page, name: str, at: str | None = None) -> None:
    """Write what the screen shows, from just above the element `at`, with few colours so that the file is small."""
    page.evaluate(
        "at => scrollTo(0, at ? document.querySelector(at).getBoundingClientRect().top + scrollY - 80 : 0)", at
    )
    image = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    image.quantize(COLOURS, dither=Image.Dither.NONE).save(HERE / f"{name}.png", optimize=True)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1].rstrip("/"), Path(sys.argv[2]))
