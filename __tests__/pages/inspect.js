/*
 * Runs in a page: returns all that a person would find wrong with it, one line each. An expression,
 * so that it can be evaluated from outside; the page itself knows nothing of it.
 */
(() => {
  const body = document.querySelector('.markdown-body');
  const some = (text) => JSON.stringify(text.trim().slice(0, 60));

  /** A text's own boxes: a word that is too long sticks out of its element. */
  function boxesOf(node) {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  }

  function texts(root) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) if (walker.currentNode.data.trim()) found.push(walker.currentNode);
    return found;
  }

  /** What an element may not stick out of; undefined where it can be scrolled to. */
  function frameOf(element) {
    for (let at = element; at && at !== body; at = at.parentElement) {
      if (at.tagName === 'svg' && at !== element) return at.getBoundingClientRect();
      if (/auto|scroll/.test(getComputedStyle(at).overflowX)) return undefined;
    }
    return body.getBoundingClientRect();
  }

  function sticksOut({ left, right }, frame) {
    return (
      frame !== undefined && right > left && (right > frame.right + 1 || left < frame.left - 1)
    );
  }

  function overflows() {
    const root = document.documentElement;
    const elements = [...body.querySelectorAll('*')].filter(
      (element) => element.tagName === 'svg' || !element.closest('svg'),
    );
    return [
      ...(root.scrollWidth > root.clientWidth ? ['the page scrolls sideways'] : []),
      ...elements
        .filter((element) => sticksOut(element.getBoundingClientRect(), frameOf(element)))
        .map(
          (element) =>
            `<${element.tagName.toLowerCase()}> sticks out: ${some(element.innerText ?? '')}`,
        ),
      ...texts(body)
        .filter((node) => !node.parentElement.closest('style'))
        .filter((node) => boxesOf(node).some((box) => sticksOut(box, frameOf(node.parentElement))))
        .map((node) => `a text is cut off or sticks out: ${some(node.data)}`),
    ];
  }

  /** Words of a chart that are drawn over each other, and titles that run into a bar. */
  function collisions(svg) {
    const marksOf = (selector) =>
      [...svg.querySelectorAll(selector)].map((mark) => ({
        words: mark.textContent.trim(),
        box: mark.getBoundingClientRect(),
      }));
    const words = marksOf('text').filter((mark) => mark.words);
    const titles = marksOf('text.sectionTitle').filter((mark) => mark.words);
    return [
      ...words.flatMap((mark, index) =>
        words
          .slice(index + 1)
          .filter(({ box }) => overlap(box, mark.box))
          .map((other) => `words of a chart overlap: ${some(mark.words)} and ${some(other.words)}`),
      ),
      ...titles
        .filter((title) => marksOf('rect.task').some(({ box }) => overlap(box, title.box)))
        .map((title) => `a title of a chart runs into a bar: ${some(title.words)}`),
    ];
  }

  function overlap(a, b) {
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    return wide > 2 && high > 2;
  }

  /** Words beside a bar stand on the page itself, whatever their color was meant for. */
  function faintWords(svg) {
    const page = lightness(getComputedStyle(document.body).backgroundColor);
    return [...svg.querySelectorAll('text[class*="Outside"]')]
      .filter((text) => contrast(page, lightness(getComputedStyle(text).fill)) < 3)
      .map((text) => `words of a chart can hardly be read: ${some(text.textContent)}`);
  }

  /** Relative luminance, as the guidelines for accessible pages define it. */
  function lightness(color) {
    const [red, green, blue] = color
      .match(/[\d.]+/g)
      .slice(0, 3)
      .map((value) => value / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  function contrast(a, b) {
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  function charts() {
    const drawn = [...body.querySelectorAll('.chart svg')];
    return [
      ...[...body.querySelectorAll('.chart-error')].map(
        ({ textContent }) => `a chart cannot be drawn: ${some(textContent.split('\n\n')[1] ?? '')}`,
      ),
      ...drawn
        .filter((svg) => svg.querySelectorAll('rect, path').length < 2)
        .map(() => 'a chart is empty'),
      ...drawn
        .filter((svg) => svg.getAttribute('aria-roledescription') === 'error')
        .map(() => 'a chart is the picture of an error'),
      ...drawn.flatMap(collisions),
      ...drawn.flatMap(faintWords),
    ];
  }

  function strangers() {
    return [
      ...texts(body)
        .filter((node) => node.data.includes('<!--') && !node.parentElement.closest('code'))
        .map((node) => `a raw HTML comment shows: ${some(node.data)}`),
      ...[...body.querySelectorAll('script, iframe, img, a.user-mention, a.issue-link')].map(
        ({ outerHTML }) => `not ours: ${some(outerHTML)}`,
      ),
    ];
  }

  return {
    faults: [...charts(), ...overflows(), ...strangers()],
    charts: body.querySelectorAll('.chart svg').length,
  };
})();
