// Makes the overview of a large run zoom: the first touch decodes the compact spans, from then on a canvas shows the part that
// the reader looks at; bars where there is room for them, shares of states where there is not. Nothing happens before that.
(() => {
  const names = ['run', 'block', 'wait', 'pause', 'clean', 'canc', 'late', 'fail', 'stuck'];
  const order = [0, 1, 4, 7, 6, 5, 8, 3, 2];          // shares, from the bottom up
  const colours = { run: 'run', block: 'block', wait: 'ws', pause: 'm', clean: 'run', canc: 'canc', late: 'late', fail: 'fail', stuck: 'fail' };
  const AXIS = 26, BAND = 48, BANDPITCH = 74, ROW = 20, LEAST = 3, TALLEST = 30;

  function numbers(text) {
    const bytes = Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
    let at = 0;
    const next = () => {
      let value = 0, factor = 1, byte;
      do {
        byte = bytes[at++];
        value += (byte & 0x7f) * factor;
        factor *= 128;
      } while (byte & 0x80);
      return value;
    };
    const signed = () => {
      const value = next();
      return value % 2 ? -(value + 1) / 2 : value / 2;
    };
    return { next, signed, get more() { return at < bytes.length; } };
  }

  function decode(data) {
    const lanes = [];
    for (let i = 0, before = ''; i < data.names.length; i += 2) lanes.push(before = before.slice(0, data.names[i]) + data.names[i + 1]);
    const from = [], to = [], look = [], label = [], first = [0], source = numbers(data.spans);
    for (const _ of lanes) {
      let at = 0;
      for (let count = source.next(); count > 0; count--) {
        from.push(at += source.signed());
        to.push(at += source.next());
        const mixed = source.next();
        look.push(mixed % 9);
        label.push(Math.floor(mixed / 9));
      }
      first.push(from.length);
    }
    const counters = data.counters.map(counter => {
      const source = numbers(counter.points), times = [], values = [];
      for (let at = 0, value = 0; source.more;) {
        times.push(at += source.next());
        values.push(value += source.signed());
      }
      return { name: counter.name, limit: counter.limit, times, values, top: Math.max(1, counter.limit ?? 0, ...values) };
    });
    return { lanes, from, to, look, label, first, counters, labels: data.labels, end: data.end, unit: data.unit };
  }

  // The first of some sorted items that is not below a value.
  function search(items, value, low, high) {
    while (low < high) {
      const middle = (low + high) >> 1;
      if (items[middle] < value) low = middle + 1; else high = middle;
    }
    return low;
  }

  function element(kind, parent, attributes, text) {
    const made = document.createElement(kind);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    if (text) made.textContent = text;
    parent.append(made);
    return made;
  }

  // The patterns of lost work, as in the picture that stands without a script.
  function hatch(context, name, colour, paper) {
    const tile = document.createElement('canvas'), brush = tile.getContext('2d');
    tile.width = tile.height = 8;
    brush.fillStyle = paper;
    brush.fillRect(0, 0, 8, 8);
    brush.fillStyle = brush.strokeStyle = colour;
    brush.globalAlpha = name === 'block' ? 1 : .3;
    brush.fillRect(0, 0, 8, 8);
    brush.globalAlpha = name === 'block' ? .45 : .9;
    brush.lineWidth = name === 'block' ? 2.5 : 1.6;
    if (name === 'block') brush.strokeStyle = '#000';
    brush.beginPath();
    const lines = {
      canc: [[-2, 2, 2, -2], [-2, 10, 10, -2], [6, 10, 10, 6]], late: [[-2, 6, 2, 10], [-2, -2, 10, 10], [6, -2, 10, 2]],
      block: [[4, 0, 4, 8]], stuck: [[-2, 10, 10, -2], [-2, -2, 10, 10]],
    }[name] ?? [];
    for (const [x1, y1, x2, y2] of lines) { brush.moveTo(x1, y1); brush.lineTo(x2, y2); }
    brush.stroke();
    if (name === 'fail') { brush.fillRect(1, 1, 2, 2); brush.fillRect(5, 5, 2, 2); }
    return context.createPattern(tile, 'repeat');
  }

  class View {
    constructor(chart) {
      this.chart = chart;
      this.stage = chart.querySelector('.vp');
      this.data = JSON.parse(chart.querySelector('script[data-kind=spans]').textContent);
      this.rows = +this.stage.dataset.rows;
      this.pitch = Math.max(ROW, +this.stage.dataset.pitch);
      this.lanes = this.data.names.length / 2;
      this.home = { from: 0, to: this.data.end, top: 0, bottom: this.lanes };
      this.seen = { ...this.home };
      this.buttons();
      this.listen();
    }

    buttons() {
      const bar = element('div', this.chart, { class: 'zb', role: 'group', 'aria-label': 'Zoom' });
      this.stage.before(bar);
      const acts = {
        'Zoom in': ['+', () => this.zoom(.5)], 'Zoom out': ['−', () => this.zoom(2)],
        Earlier: ['◀', () => this.pan(-.4, 0)], Later: ['▶', () => this.pan(.4, 0)], Up: ['▲', () => this.pan(0, -.4)], Down: ['▼', () => this.pan(0, .4)],
        'Whole run': ['Whole run', () => this.reset()],
      };
      for (const [name, [sign, act]] of Object.entries(acts)) {
        element('button', bar, { type: 'button', 'aria-label': name, title: name }, sign).addEventListener('click', act);
      }
      this.now = element('p', this.chart, { class: 'now', role: 'status' });
      this.stage.after(this.now);
      this.now.textContent = 'Zoom with the buttons, with + and −, or with Ctrl and the wheel.';
      this.pad = element('div', this.stage, { class: 'pad', tabindex: 0, role: 'group', 'aria-label': 'The run, zoomable: plus and minus zoom, arrow keys move, 0 shows the whole run' });
    }

    listen() {
      const pad = this.pad, keys = {
        '+': () => this.zoom(.5), '=': () => this.zoom(.5), '-': () => this.zoom(2), 0: () => this.reset(), Home: () => this.reset(),
        ArrowLeft: () => this.pan(-.2, 0), ArrowRight: () => this.pan(.2, 0), ArrowUp: () => this.pan(0, -.2), ArrowDown: () => this.pan(0, .2),
      };
      pad.addEventListener('keydown', event => {
        if (!(event.key in keys) || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        keys[event.key]();
      });
      pad.addEventListener('wheel', event => {
        if (!event.ctrlKey && !event.metaKey) return;
        event.preventDefault();
        this.zoom(Math.exp(Math.max(-80, Math.min(80, event.deltaY)) / 160), this.place(event));
      }, { passive: false });
      pad.addEventListener('dblclick', event => this.zoom(.5, this.place(event)));
      let last = null;
      pad.addEventListener('pointerdown', event => {
        if (event.button !== 0 || !this.canvas) return;
        last = this.place(event);
        pad.setPointerCapture(event.pointerId);
      });
      pad.addEventListener('pointermove', event => {
        const here = this.place(event);
        if (!last) return this.point(here);
        this.pan(last.x - here.x, last.y - here.y);
        last = here;
      });
      for (const end of ['pointerup', 'pointercancel']) pad.addEventListener(end, () => { last = null; });
    }

    // Where in the plot a pointer is, both from 0 to 1.
    place(event) {
      const box = this.pad.getBoundingClientRect();
      return { x: (event.clientX - box.left) / box.width, y: Math.min(1, (event.clientY - box.top) / this.rows) };
    }

    wake() {
      if (this.canvas) return;
      this.run = decode(this.data);
      this.canvas = element('canvas', this.stage, { class: 'cv', 'aria-hidden': 'true' });
      this.pad.before(this.canvas);
      const again = () => this.draw();
      new ResizeObserver(again).observe(this.stage);
      new MutationObserver(again).observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'class'] });
      matchMedia('(prefers-color-scheme: dark)').addEventListener('change', again);
    }

    zoom(factor, place = { x: .5, y: .5 }) {
      this.wake();
      const seen = this.seen;
      const [from, to] = scaled(seen.from, seen.to, factor, place.x, Math.min(this.home.to, 40), this.home.to);
      const [top, bottom] = scaled(seen.top, seen.bottom, factor, place.y, Math.min(this.lanes, Math.max(12, this.rows / TALLEST)), this.lanes);
      this.show({ from, to, top, bottom });
    }

    pan(x, y) {
      this.wake();
      const { from, to, top, bottom } = this.seen, dx = x * (to - from), dy = y * (bottom - top);
      const sx = Math.max(-from, Math.min(this.home.to - to, dx)), sy = Math.max(-top, Math.min(this.lanes - bottom, dy));
      this.show({ from: from + sx, to: to + sx, top: top + sy, bottom: bottom + sy });
    }

    reset() {
      this.seen = { ...this.home };
      this.chart.classList.remove('zoomed');
      this.now.textContent = 'The whole run.';
    }

    show(seen) {
      this.seen = seen;
      this.chart.classList.add('zoomed');
      this.draw();
      const { run } = this, first = Math.floor(seen.top), last = Math.min(this.lanes, Math.ceil(seen.bottom)) - 1;
      this.now.textContent = `${this.seconds(seen.from)} to ${this.seconds(seen.to)}; ${run.lanes[first]}${last > first ? ` to ${run.lanes[last]}` : ''}`;
    }

    seconds(steps) { return `${+(steps * this.data.unit).toPrecision(6)} s`; }

    // What lies under the pointer, once the run is decoded.
    point({ x, y }) {
      if (!this.canvas || !this.chart.classList.contains('zoomed') || this.rows / (this.seen.bottom - this.seen.top) < LEAST) return;
      const { run, seen } = this, time = seen.from + x * (seen.to - seen.from), lane = Math.floor(seen.top + y * (seen.bottom - seen.top));
      for (let i = run.first[lane]; i < run.first[lane + 1]; i++) {
        if (run.from[i] <= time && time <= run.to[i]) {
          const what = [...this.chart.querySelectorAll('.lg li')].find(item => item.querySelector(`.${names[run.look[i]]}`))?.textContent ?? '';
          const label = run.label[i] ? ` (${run.labels[run.label[i] - 1]})` : '';
          this.now.textContent = `${run.lanes[lane]}: ${what}${label}, ${this.seconds(run.from[i])} to ${this.seconds(run.to[i])}`;
          return;
        }
      }
    }

    draw() {
      if (!this.chart.classList.contains('zoomed')) return;
      const style = getComputedStyle(this.chart), stage = this.stage.getBoundingClientRect(), plot = this.pad.getBoundingClientRect();
      const ratio = devicePixelRatio || 1, height = AXIS + this.rows + this.run.counters.length * BANDPITCH + 12;
      this.canvas.width = Math.round(stage.width * ratio);
      this.canvas.height = Math.round(height * ratio);
      const brush = this.brush = this.canvas.getContext('2d');
      brush.scale(ratio, ratio);
      this.left = plot.left - stage.left;
      this.width = plot.width;
      this.colour = name => style.getPropertyValue(`--${name}`).trim();
      this.font = style.fontFamily;
      this.fills = names.map(name => ['canc', 'late', 'fail', 'stuck', 'block'].includes(name)
        ? hatch(brush, name, this.colour(colours[name]), this.colour('bg')) : this.colour(colours[name]));
      this.axis(height);
      brush.save();
      brush.beginPath();
      brush.rect(this.left, AXIS, this.width, this.rows);
      brush.clip();
      const pitch = this.rows / (this.seen.bottom - this.seen.top);
      if (pitch >= LEAST) this.bars(pitch); else this.shares();
      brush.restore();
      this.rowNames(pitch);
      this.run.counters.forEach((counter, index) => this.band(counter, AXIS + this.rows + (index + 1) * BANDPITCH));
    }

    x(time) { return this.left + (time - this.seen.from) / (this.seen.to - this.seen.from) * this.width; }

    text(words, x, y, align, colour = 'm', weight = '') {
      const brush = this.brush;
      brush.font = `${weight} 11.5px ${this.font}`;
      brush.textAlign = align;
      brush.fillStyle = this.colour(colour);
      brush.fillText(words, x, y);
    }

    axis(height) {
      const { brush, seen, data } = this, span = (seen.to - seen.from) * data.unit;
      let step = 10 ** Math.floor(Math.log10(span / this.width * 80));
      step *= [1, 2, 5, 10].find(digit => digit * step / span * this.width >= 80);
      const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
      for (let i = Math.ceil(seen.from * data.unit / step - 1e-9); i * step <= seen.to * data.unit + 1e-12; i++) {
        const x = this.x(i * step / data.unit);
        brush.fillStyle = this.colour('g');
        brush.fillRect(Math.round(x), AXIS, 1, height - AXIS - 12);
        this.text(`${(i * step).toFixed(digits)} s`, x, AXIS - 9, 'center');
      }
      brush.fillStyle = this.colour('ws');
      brush.fillRect(this.left, AXIS - .5, this.width, 1);
    }

    bars(pitch) {
      const { brush, run, seen } = this, bar = pitch - (pitch >= 16 ? 4 : pitch >= 8 ? 2 : 1), thin = Math.max(1, bar * .3);
      for (let lane = Math.floor(seen.top); lane < Math.min(this.lanes, Math.ceil(seen.bottom)); lane++) {
        const y = AXIS + (lane - seen.top) * pitch, isRoomy = bar >= 12;
        for (let i = run.first[lane]; i < run.first[lane + 1] && run.from[i] <= seen.to; i++) {
          if (run.to[i] < seen.from) continue;
          const x = Math.max(this.left - 2, this.x(run.from[i])), width = Math.max(.7, Math.min(this.left + this.width + 2, this.x(run.to[i])) - x - (pitch >= 8 ? .6 : 0));
          const look = run.look[i], isThin = look === 2 || look === 3, height = isThin && !isRoomy ? thin : bar;
          const top = y + (pitch - height) / 2;
          if (isRoomy && look === 2) this.dashed(x, top, width, height);
          else if (isRoomy && look === 3) this.dots(x, top + height / 2, width);
          else if (look === 4 && bar >= 6) this.hollow(x, top, width, height);
          else {
            brush.fillStyle = this.fills[look];
            brush.fillRect(x, top, width, height);
          }
          if (isRoomy && width > 24 && run.label[i]) this.letter(run.labels[run.label[i] - 1], look, x, top + height / 2 + 4, width);
        }
      }
    }

    dashed(x, y, width, height) {
      const brush = this.brush;
      brush.fillStyle = this.colour('wf');
      brush.fillRect(x, y, width, height);
      brush.strokeStyle = this.colour('ws');
      brush.setLineDash([2, 2.5]);
      brush.strokeRect(x + .5, y + .5, Math.max(0, width - 1), height - 1);
      brush.setLineDash([]);
    }

    dots(x, y, width) {
      const brush = this.brush;
      brush.fillStyle = this.colour('m');
      for (let at = x + 2; at < x + width - 1; at += 7) {
        brush.beginPath();
        brush.arc(at, y, 1.5, 0, 7);
        brush.fill();
      }
    }

    hollow(x, y, width, height) {
      const brush = this.brush;
      brush.strokeStyle = this.colour('run');
      brush.lineWidth = 1.8;
      brush.strokeRect(x + .9, y + .9, Math.max(.2, width - 1.8), height - 1.8);
      brush.lineWidth = 1;
    }

    // A word in a bar, if all of it fits.
    letter(words, look, x, y, width) {
      const brush = this.brush;
      brush.font = `11.5px ${this.font}`;
      if (brush.measureText(words).width > width - 10) return;
      if (look > 4) {
        brush.strokeStyle = this.colour('bg');
        brush.lineWidth = 3.5;
        brush.lineJoin = 'round';
        brush.textAlign = 'left';
        brush.strokeText(words, x + 6, y);
        brush.lineWidth = 1;
      }
      this.text(words, x + 6, y, 'left', look < 2 ? 'on' : look === 2 ? 'm' : 'k');
    }

    shares() {
      const { brush, run, seen } = this, columns = Math.max(1, Math.ceil(this.width)), rows = Math.max(1, Math.floor(this.rows / this.pitch));
      const scale = columns / (seen.to - seen.from), perRow = (seen.bottom - seen.top) / rows, sums = new Float32Array(columns * 9);
      for (let row = 0; row < rows; row++) {
        const first = Math.floor(seen.top + row * perRow), last = Math.max(first + 1, Math.floor(seen.top + (row + 1) * perRow));
        sums.fill(0);
        for (let i = run.first[first]; i < run.first[Math.min(last, this.lanes)]; i++) {
          const from = Math.max(0, (run.from[i] - seen.from) * scale), to = Math.min(columns, (run.to[i] - seen.from) * scale), look = run.look[i];
          for (let column = Math.floor(from); column < to; column++) sums[column * 9 + look] += Math.min(to, column + 1) - Math.max(from, column);
        }
        for (let column = 0; column < columns; column++) {
          let y = AXIS + (row + 1) * this.rows / rows - 1;
          for (const look of order) {
            const height = Math.min(1, sums[column * 9 + look] / (last - first)) * (this.rows / rows - 3);
            if (height <= 0) continue;
            brush.fillStyle = look === 2 ? this.colour('st') : look === 3 ? this.colour('fu') : this.fills[look];
            brush.fillRect(this.left + column, y - height, 1, height);
            y -= height;
          }
        }
      }
    }

    rowNames(pitch) {
      const { run, seen } = this, step = Math.max(1, Math.ceil(16 / pitch));
      for (let lane = Math.ceil(seen.top / step) * step; lane < Math.min(this.lanes, seen.bottom); lane += step) {
        const y = AXIS + (lane - seen.top) * pitch + Math.max(pitch / 2, 5) + 4;
        if (this.left > 60 && y < AXIS + this.rows) this.text(run.lanes[lane], 0, y, 'left', 'k');
      }
    }

    band(counter, floor) {
      const { brush, seen } = this, y = value => floor - value / counter.top * BAND;
      brush.save();
      brush.beginPath();
      brush.rect(this.left, floor - BAND - 4, this.width, BAND + 5);
      brush.clip();
      brush.fillStyle = this.colour('st');
      brush.strokeStyle = this.colour('k');
      brush.beginPath();
      let i = Math.max(0, search(counter.times, seen.from, 0, counter.times.length) - 1), x = this.x(counter.times[i] ?? 0);
      brush.moveTo(x, floor);
      for (; i < counter.times.length && counter.times[i] <= seen.to; i++) {
        brush.lineTo(x, y(counter.values[i]));
        x = this.x(counter.times[i + 1] ?? this.home.to);
        brush.lineTo(x, y(counter.values[i]));
      }
      brush.stroke();
      brush.lineTo(x, floor);
      brush.fill();
      brush.restore();
      if (counter.limit != null) {
        brush.strokeStyle = this.colour('k');
        brush.setLineDash([5, 3]);
        brush.beginPath();
        brush.moveTo(this.left, y(counter.limit));
        brush.lineTo(this.left + this.width, y(counter.limit));
        brush.stroke();
        brush.setLineDash([]);
      }
      brush.fillStyle = this.colour('ws');
      brush.fillRect(this.left, floor - .5, this.width, 1);
      if (this.left > 60) this.text(counter.name, 0, floor - 4, 'left', 'k');
      this.text(String(counter.top), this.left - 7, y(counter.top) + 4, 'right');
    }
  }

  // A stretch made longer or shorter around a place in it, within bounds.
  function scaled(from, to, factor, place, least, most) {
    const size = Math.max(least, Math.min(most, (to - from) * factor)), start = from + (to - from - size) * place;
    const kept = Math.max(0, Math.min(most - size, start));
    return [kept, kept + size];
  }

  for (const chart of document.querySelectorAll('.course-overview:not([data-live])')) {
    chart.dataset.live = '';
    new View(chart);
  }
})();
