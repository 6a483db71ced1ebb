"""Measures taken in the page, as JavaScript: where letters stand, how wide words are, what would be copied."""

# [words, left edges of the digits of the first number that reads so], in reading order of the text
DIGITS = """number => {
  const walk = document.createTreeWalker(document.querySelector("article.doc"), NodeFilter.SHOW_TEXT);
  for (let node; (node = walk.nextNode());) {
    const at = node.data.indexOf(number);
    if (at < 0 || node.parentElement.closest(".notes")) continue;
    return [...number].map((_, i) => {
      const range = document.createRange();
      range.setStart(node, at + i); range.setEnd(node, at + i + 1);
      return range.getBoundingClientRect().left;
    });
  }
}"""

# for each line of the article: width with its marks, width of the same text without any
WIDTHS = """() => {
  const style = document.createElement("style");
  style.textContent = ".measured, .measured * { font-weight: 400 !important; }";
  document.head.append(style);
  const doc = document.querySelector("article.doc");
  const found = [...doc.querySelectorAll(".par:not(.blank) .txt")].map(txt => {
    const [marked, plain] = [txt.cloneNode(true), txt.cloneNode(false)];
    plain.textContent = txt.textContent;
    return [marked, plain].map(each => {
      each.classList.add("measured");
      Object.assign(each.style, {position: "absolute", whiteSpace: "nowrap", width: "max-content"});
      txt.parentElement.append(each);
      const width = each.getBoundingClientRect().width;
      each.remove();
      return width;
    });
  });
  style.remove();
  return found;
}"""

SELECT_ALL = """() => {
  const range = document.createRange();
  range.selectNodeContents(document.querySelector("article.doc"));
  getSelection().removeAllRanges();
  getSelection().addRange(range);
  return getSelection().toString();
}"""

# how far an element stands out of the pane it scrolls in, in px (0: it is seen)
HIDDEN = """selector => {
  const element = document.querySelector(selector), pane = element.closest(".st-key-reader, .st-key-list");
  const a = element.getBoundingClientRect(), b = pane.getBoundingClientRect();
  return Math.max(0, b.top - a.top, a.top - Math.min(b.bottom, innerHeight));
}"""
