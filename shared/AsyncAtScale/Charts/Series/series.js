// A cursor for every series chart of the page: pointer or arrow keys read out the values of a moment.
(() => {
  const figure = value => String(+value.toFixed(3));

  function valueAt(series, time) {
    let found = null;
    for (const [at, value] of series.points) {
      if (at > time + 1e-9) break;
      found = [at, value];
    }
    if (!found || (series.kind === 'steps' ? time > series.until : Math.abs(found[0] - time) > 1e-9)) return null;
    return found[1];
  }

  function nearest(times, time) {
    let low = 0, high = times.length - 1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (times[middle] <= time) low = middle; else high = middle;
    }
    return time - times[low] <= times[high] - time ? low : high;
  }

  function add(name, kind, parent) {
    const element = document.createElement(kind);
    element.className = name;
    parent.append(element);
    return element;
  }

  function enliven(chart) {
    const data = JSON.parse(chart.querySelector('script[data-kind=series]').textContent);
    const times = [...new Set(data.series.flatMap(series => series.points.map(point => point[0])))].sort((a, b) => a - b);
    if (times.length === 0) return;
    const view = chart.querySelector('.vp'), dial = add('dial', 'div', view), hair = add('hair', 'div', dial), now = add('now', 'p', chart);
    view.after(now);
    hair.hidden = true;
    const unit = data.unit ? ' ' + data.unit : '';
    let index = 0;
    const words = time => data.series
      .map(series => [series.name, valueAt(series, time)])
      .filter(([, value]) => value !== null)
      .map(([name, value]) => `${name} ${figure(value)}${unit}`);

    function show(next) {
      index = Math.max(0, Math.min(times.length - 1, next));
      const time = times[index], said = words(time).join(', ') || 'nothing measured';
      hair.hidden = false;
      hair.style.left = `${time / data.end * 100}%`;
      now.textContent = '';
      add('', 'b', now).textContent = `${figure(time)} s`;
      now.append(`  ${said}`);
      dial.setAttribute('aria-valuenow', time);
      dial.setAttribute('aria-valuetext', `${figure(time)} s: ${said}`);
    }

    function leave() {
      hair.hidden = true;
      now.textContent = '';
    }

    const steps = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 10, PageDown: -10, Home: -Infinity, End: Infinity };
    const attributes = {
      role: 'slider', tabindex: 0, 'aria-label': 'Moment to read', 'aria-valuemin': times[0], 'aria-valuemax': times.at(-1),
      'aria-valuenow': times[0], 'aria-valuetext': `${figure(times[0])} s`,
    };
    for (const [name, value] of Object.entries(attributes)) dial.setAttribute(name, value);
    dial.addEventListener('pointermove', event => {
      const box = dial.getBoundingClientRect();
      show(nearest(times, (event.clientX - box.left) / box.width * data.end));
    });
    dial.addEventListener('pointerleave', () => dial.matches(':focus-visible') || leave());
    dial.addEventListener('focus', () => dial.matches(':focus-visible') && show(index));
    dial.addEventListener('blur', leave);
    dial.addEventListener('keydown', event => {
      if (event.key === 'Escape') return leave();
      if (!(event.key in steps)) return;
      event.preventDefault();
      show(index + steps[event.key]);
    });
  }

  for (const chart of document.querySelectorAll('.course-series:not([data-live])')) {
    chart.dataset.live = '';
    enliven(chart);
  }
})();
