"""What must be true of any page in any mode: found by measuring it in the browser."""

from pathlib import Path

from playwright.sync_api import Page

AXE = (Path(__file__).parents[1] / "vendor" / "axe-core" / "axe-4.14.1.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RULES = {"color-contrast-enhanced": {"enabled": True}, "target-size": {"enabled": True}}
NOT_A_FAULT = {"label-content-name-mismatch: .tool-face"}  # initials are a picture, not a label
RUN_AXE = """async ([tags, rules]) => {
  const resultTypes = ['violations'];  // of what is well, or not sure, nobody asks where it stands
  const found = await axe.run(document, {runOnly: {type: 'tag', values: tags}, rules, resultTypes});
  return found.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).join(' | '));
}"""
OVERFLOW = """() => {
  const wide = [...document.querySelectorAll('body *')]
    .filter(e => e.getBoundingClientRect().right > innerWidth + 1 || e.getBoundingClientRect().left < -1)
    .filter(e => !e.closest('.sprite, .skip, .sr, .visually-hidden'));
  const over = document.documentElement.scrollWidth > innerWidth;
  return over ? wide.slice(0, 5).map(e => e.tagName + '.' + e.className) : [];
}"""
SMALL = """() => [...document.querySelectorAll(
    'a[href], button, summary, label:is(.pick, .chip, .tile, .opt)')]
  .filter(e => e.checkVisibility({checkOpacity: true}) && !e.closest('.skip, .sr, [inert]'))
  .filter(e => getComputedStyle(e).display !== 'inline')
  .map(e => [e, e.getBoundingClientRect()])
  .filter(([e, r]) => r.width > 1 && (r.width < 43.5 || r.height < 43.5))
  .map(([e, r]) => [e.tagName, e.className, Math.round(r.width), Math.round(r.height), e.innerText]
    .join(' '))"""
PRIMARY = "main .btn-l, main [data-primary], .footer-bar .btn-l, .footer-bar [data-primary]"


def axe(page: Page) -> list[str]:
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE)
    return [f"axe {found}" for found in page.evaluate(RUN_AXE, [TAGS, RULES]) if found not in NOT_A_FAULT]


def reflow(page: Page) -> list[str]:
    """Nothing sticks out sideways."""
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return [f"wider than the screen: {page.evaluate(OVERFLOW)}"] if wide else []


def small_targets(page: Page) -> list[str]:
    """Whatever a thumb must hit, 44 CSS pixels each way; links within a sentence excepted."""
    return [f"too small: {found}" for found in page.evaluate(SMALL)]


def structure(page: Page) -> list[str]:
    headings = page.locator("h1").count()
    primary = page.locator(PRIMARY).locator("visible=true").count()
    found = [] if headings == 1 else [f"{headings} h1"]
    return found + ([f"{primary} primary buttons"] if primary > 1 else [])


def faults(page: Page) -> list[str]:
    return [*axe(page), *reflow(page), *small_targets(page), *structure(page)]
