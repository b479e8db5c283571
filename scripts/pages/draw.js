/*
 * Runs in the page: draws each Mermaid block where it stands, as GitHub does, and again when the
 * width or the color scheme changes. `data-drawn` says for which look all charts are drawn.
 */
const { mermaid } = window;
const dark = matchMedia('(prefers-color-scheme: dark)');
const blocks = [...document.querySelectorAll('pre > code.language-mermaid')].map((code) => {
  const chart = document.createElement('div');
  code.parentElement.before(chart);
  return { chart, code };
});
let drawing = Promise.resolve();

async function draw({ chart, code }, index) {
  const source = code.parentElement;
  try {
    chart.className = 'chart';
    const { svg } = await mermaid.render(`chart-${index}`, code.textContent, chart);
    chart.innerHTML = svg;
    source.hidden = true;
  } catch (error) {
    chart.className = 'chart-error';
    chart.textContent = `Unable to render rich display\n\n${error.message}`;
    source.hidden = false;
  }
}

/** A block in a closed <details> has no width to be drawn for: it is opened meanwhile. */
async function drawAll() {
  const look = `${innerWidth} ${dark.matches ? 'dark' : 'light'}`;
  const { dataset } = document.documentElement;
  if (dataset.drawn === look) return;
  const closed = [...document.querySelectorAll('details:not([open])')];
  for (const details of closed) details.open = true;
  mermaid?.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    suppressErrorRendering: true,
    theme: dark.matches ? 'dark' : 'default',
  });
  for (const [index, block] of blocks.entries()) await draw(block, index);
  for (const details of closed) details.open = false;
  dataset.drawn = look;
}

function drawAgain() {
  drawing = drawing.then(drawAll);
}

dark.addEventListener('change', drawAgain);
addEventListener('resize', drawAgain);
drawAgain();
