/* Draws the figures of the page once plotly.js is there; their pictures stay where it is not. */
(() => {
  const variables = COLOURS;
  const draw = root => {
    const still = root.querySelector('.still');
    const style = getComputedStyle(root);
    const themed = value => typeof value === 'string' ? (variables[value] && style.getPropertyValue(variables[value]).trim()) || value
      : Array.isArray(value) ? value.map(themed)
      : value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, themed(inner)]))
      : value;
    const plot = document.createElement('div');
    plot.className = 'hideable';
    plot.setAttribute('role', 'img');
    plot.setAttribute('aria-label', root.dataset.words);
    root.prepend(plot);
    /* The plot has the run's title, so that the line above it need not. */
    const swap = drawn => [still, root.closest('figure')?.querySelector('figcaption .sub')].forEach(part => { if (part) part.hidden = drawn; });
    const giveUp = () => { plot.remove(); swap(false); };
    try {
      const figure = JSON.parse(root.querySelector('script[data-kind=plotly]').textContent);
      swap(true);
      Promise.resolve(Plotly.newPlot(plot, themed(figure.data), themed(figure.layout), { responsive: true, displayModeBar: false, ...figure.config })).catch(giveUp);
    } catch {
      giveUp();
    }
  };
  const all = () => globalThis.Plotly?.newPlot && document.querySelectorAll('.course-plotly:not(.drawn)').forEach(root => {
    root.classList.add('drawn');
    draw(root);
  });
  all();
  addEventListener('course-plotly', all);
  addEventListener('load', all);
})();
