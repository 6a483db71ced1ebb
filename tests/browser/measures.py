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

# whether an element is there and stands inside the pane it scrolls in
SEEN = """selector => {
  const element = document.querySelector(selector), pane = element?.closest(".st-key-reader, .st-key-list");
  if (!pane) return false;
  const a = element.getBoundingClientRect(), b = pane.getBoundingClientRect();
  return a.top >= b.top && a.top <= Math.min(b.bottom, innerHeight);
}"""

# whether no word of the article, its boilerplate and dateline aside, looks other than its plain words
PLAIN = """() => {
  const doc = document.querySelector("article.doc"), ink = doc && getComputedStyle(doc).color;
  const marked = e => { const s = getComputedStyle(e);
    return s.color !== ink && !e.matches(".dateline") || s.fontWeight > 400 || s.textDecorationLine !== "none"; };
  return !!doc && ![...doc.querySelectorAll(".par:not(.bp) .t")].some(marked);
}"""

# whether the chart is there and none of its labels is cut at its left edge
UNCUT = """selector => {
  const chart = document.querySelector(selector), labels = [...chart?.querySelectorAll("text") ?? []];
  return labels.length > 0 && labels.every(t => t.getBoundingClientRect().left >= chart.getBoundingClientRect().left - 1);
}"""
