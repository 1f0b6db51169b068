/* Makes the Gantt charts of a page live: playback, tool tips, keys, zoom. Without it nothing else is missing. A page may run it
   once an output and in any order, and under a policy that forbids style attributes. Every chart carries it: names are short. */
(() => {
  'use strict';
  let dismiss;
  const fill = (made, attributes, ...children) => {
    for (const key in attributes) made.setAttribute(key, attributes[key]);
    made.append(...children);
    return made;
  };
  const make = (name, ...rest) => fill(document.createElement(name), ...rest);
  const draw = (name, ...rest) => fill(document.createElementNS('http://www.w3.org/2000/svg', name), ...rest);
  const box = e => e.getBoundingClientRect();
  const clamp = (value, low, high) => Math.max(low, Math.min(high, value));
  const taken = e => { e.preventDefault(); e.stopPropagation(); };

  const liven = figure => {
    const all = (selector, root = figure) => [...root.querySelectorAll(selector)];
    const plots = all('.pl'), vp = figure.querySelector('.vp'), lanes = plots.map(p => all('.ln', p));
    const domain = +plots[0].dataset.domain, total = Math.max(...plots.map(p => p.dataset.total));
    const share = (t, of = domain) => t / of * 100 + '%';
    const near = (a, b) => Math.abs(a - b) <= Math.min(5e-4, total / 2e3) + 1e-7;
    const at = (p, t) => { const r = box(p); return r.left + t / domain * r.width; };
    const arrows = all('.wk').map(line => ({ line, p: plots.indexOf(line.closest('.pl')), ...line.dataset }));
    const records = all('tbody tr'), names = all('.vp .pn b');
    const bars = all('.in .b').map((g, i) => {
      const row = g.closest('.ln'), p = plots.indexOf(g.closest('.pl')), { s, e } = g.dataset;
      return { g, i, p, row, lane: lanes[p].indexOf(row), s: +s, e: +(e || domain) };
    });
    const shown = () => bars.filter(b => getComputedStyle(b.g).visibility == 'visible');

    const stage = make('div', { class: 'zw' }, ...vp.childNodes);
    const tip = make('div', { class: 'tip hideable', hidden: '', 'aria-hidden': true });
    const caption = make('p', { class: 'cap', 'aria-live': 'polite' });
    const tools = make('div', { class: 'ct hideable' }, caption);
    const button = (name, sign, act) => { const b = make('button', { type: 'button', 'aria-label': name }, sign); b.onclick = act; return b; };
    fill(vp, { tabindex: 0, role: 'application', 'aria-label': 'Chart. Arrow keys go from bar to bar.' }, stage).after(tools);
    fill(figure, { 'data-lm-suppress-shortcuts': true }, tip);

    /* The moments of all runs of the figure, in order */
    const steps = [];
    all('ol').forEach((list, p) => all('li', list).forEach(item => {
      const time = +item.dataset.s;
      let step = p && steps.find(known => near(known.time, time));
      if (!step) steps.push(step = { time, said: [] });
      step.said[p] = item;
    }));
    steps.sort((a, b) => a.time - b.time);
    let step = 0, now = 0, isLive = false, hot, leaving, level = 1, drag;
    const rests = () => isLive && Math.abs(steps[step].time - now) < total / 150;

    /* Bars: pointer, focus, keys; the table knows all about them */
    const point = () => arrows.forEach(({ line, p, a, b, s }) =>
      line.classList.toggle('on', hot ? p == hot.p && (a == hot.lane || b == hot.lane) : rests() && near(s, steps[step].time)));
    const facts = b => {
      const [lane, state, label, from, to, takes, cause] = [...records[b.i].cells].map(cell => cell.textContent);
      const when = isNaN(to) ? `from ${from} s on` : from == to ? `at ${from} s` : `${from} – ${to} s, takes ${takes} s`;
      return [lane, state.includes(label) ? state : state + ': ' + label, when, cause].filter(fact => fact);
    };
    const select = (b, x) => {
      clearTimeout(leaving);
      if (hot == b) return;
      hot?.g.classList.remove('hot');
      hot?.row.classList.remove('sel');
      hot = b;
      tip.hidden = !b;
      dismiss = b && select;
      point();
      if (!b) return;
      b.g.classList.add('hot');
      b.row.classList.add('sel');
      tip.replaceChildren(...facts(b).map((fact, i) => make(i ? 'p' : 'b', {}, fact)));
      const f = box(figure), r = box(b.row.firstChild), h = tip.offsetHeight;
      tip.style.left = clamp(Math.max(x ?? at(plots[b.p], b.s), f.left) - f.left, 0, f.width - tip.offsetWidth) + 'px';
      tip.style.top = (r.bottom + h > innerHeight && r.top > h ? r.top - h + 3 : r.bottom - 3) - f.top + 'px';
    };
    const leave = () => { leaving = setTimeout(select, 250); };
    const under = e => {
      const row = e.target.closest('.ln');
      if (!row) return;
      const r = box(row.closest('.pl')), t = (e.clientX - r.left) / r.width * domain, slack = 7 / r.width * domain;
      return shown().findLast(b => b.row == row && t >= b.s - (b.s ? 0 : slack) && t <= b.e + slack);
    };
    const follow = x => {
      const v = box(vp);
      if (level > 1 && (x < v.left + v.width / 4 || x > v.right - 60)) vp.scrollLeft += x - v.left - v.width / 3;
    };
    const walk = b => {
      if (!b) return;
      follow(at(plots[b.p], b.s));
      select(b);
      caption.ariaLive = 'polite';
      caption.textContent = facts(b).join(' · ');
    };
    const next = by => {
      const rows = lanes.flat(), there = shown().filter(b => b.row == rows[rows.indexOf(hot?.row) + by]);
      return there.findLast(b => b.s <= (hot?.s ?? 0)) ?? there[0];
    };
    const beside = by => { const list = shown(); return list[list.indexOf(hot) + by]; };
    const inRow = b => !hot || b.row == hot.row;
    const moves = {
      ArrowRight: () => beside(1), ArrowLeft: () => beside(-1), ArrowDown: () => next(1), ArrowUp: () => hot && next(-1),
      Home: () => shown().find(inRow), End: () => shown().findLast(inRow),
    };
    vp.onpointermove = e => {
      if (drag && e.buttons & 1) {
        select();
        vp.scrollLeft = drag.from - e.clientX;
      } else if (e.pointerType != 'touch') {
        const b = under(e);
        b || !hot ? select(b, e.clientX - 12) : leave();
      }
    };
    vp.onpointerdown = e => {
      drag = level > 1 && e.pointerType == 'mouse' && e.target.closest('.pl') && { from: vp.scrollLeft + e.clientX };
      if (e.pointerType == 'touch') select(under(e), e.clientX - 12);
    };
    vp.onpointerleave = e => e.pointerType == 'touch' || leave();
    tip.onpointerenter = () => clearTimeout(leaving);
    tip.onpointerleave = leave;
    vp.onfocus = () => vp.matches(':focus-visible') && walk(hot ?? shown()[0]);
    vp.onblur = () => select();
    vp.onkeydown = e => {
      const factor = canZoom && { '+': 2, '=': 2, '-': .5, 0: 1 / level }[e.key];
      if (e.target != vp || e.ctrlKey || e.metaKey || e.altKey) return;
      if (moves[e.key]) walk(moves[e.key]());
      else if (factor) zoom(factor);
      else return;
      taken(e);
    };

    /* Zoom: a wider stage in a viewport that scrolls; the names stay at its left */
    const canZoom = figure.classList.contains('zo');
    const most = clamp(2 ** Math.ceil(Math.log2(domain / 9 / Math.min(...bars.map(b => b.e - b.s || domain)))), 4, 64);
    const keepNames = p => p.before(make('div', { class: 'sd', 'aria-hidden': true }, draw('svg', { height: p.getAttribute('height') },
      draw('svg', { y: 26 }, ...all('.ln,.cn', p).map(row => {
        const copy = row.cloneNode();
        copy.append(...all('.lb,.yn', row).map(text => text.cloneNode(true)));
        return copy;
      })))));
    const tick = p => {
      const end = +p.dataset.total, least = 90 / box(p).width * domain, power = 10 ** Math.floor(Math.log10(least));
      const gap = [1, 2, 5, 10].find(digit => digit * power >= least) * power, group = draw('g', { class: 'zk hideable' });
      for (let k = 0; k * gap < end - gap / 3; k++) {
        const x = share(k * gap), text = k ? (k * gap).toFixed(Math.max(0, -Math.floor(Math.log10(gap) + 1e-9))) : 0;
        group.append(draw('line', { class: 'gr', x1: x, x2: x, y2: '100%' }), draw('text', { class: k ? 'tk' : 'tk t0', x, y: -9 }, text));
      }
      p.querySelector('.zk')?.remove();
      if (level > 1) p.querySelector('.in').prepend(group);
    };
    const zoom = (factor, x) => {
      const v = box(vp), before = box(plots[0]), cursor = at(plots[0], now);
      x ??= isLive && cursor > v.left && cursor < v.right ? cursor : v.left + v.width / 2;
      level = clamp(level * factor, 1, most);
      if (!figure.querySelector('.sd')) plots.forEach(keepNames);
      select();
      stage.style.width = level * 100 + '%';
      figure.classList.toggle('zm', level > 1);
      const after = box(plots[0]);
      vp.scrollLeft += after.left + (x - before.left) / before.width * after.width - x;
      plots.forEach(tick);
      out.disabled = fit.disabled = level == 1;
      into.disabled = level == most;
    };
    const out = button('Zoom out', '−', () => zoom(.5)), fit = button('Fit the whole run', 'Fit', () => zoom(1 / level)), into = button('Zoom in', '+', () => zoom(2));
    if (canZoom) {
      tools.append(make('span', { class: 'zb' }, out, fit, into));
      out.disabled = fit.disabled = true;
      vp.addEventListener('wheel', e => { if (e.ctrlKey) { taken(e); zoom(e.deltaY < 0 ? 1.25 : .8, e.clientX); } }, { passive: false });
    }
    if (!total || !steps.length) return;

    /* Playback: a cursor on every plot, a slider on the axis, a caption that says what happens */
    const slider = make('input', { type: 'range', min: 0, max: total, step: 'any', value: 0, 'aria-label': 'Time' });
    const track = make('div', {}, draw('svg', { 'aria-hidden': true }, ...steps.map(({ time }) =>
      draw('line', { x1: share(time, total), x2: share(time, total), y2: 8 }))), slider);
    track.style.width = share(total);
    stage.append(make('div', { class: 'sl hideable' }, track));
    const icon = draw('path'), word = make('span'), toggle = button('', draw('svg', { width: 12, height: 12, 'aria-hidden': true }, icon), () => play());
    const speed = make('select', { 'aria-label': 'Speed' }, ...[.5, 1, 2, 4].map(value => make('option', { value }, (value < 1 ? '½' : value) + '×')));
    speed.value = 1;
    toggle.append(word);
    toggle.removeAttribute('aria-label');
    tools.prepend(toggle, speed);
    const cursors = plots.map(p => {
      const pill = draw('text', { y: -9 });
      const cursor = draw('svg', { class: 'cu hideable' }, draw('line', { y1: -4, y2: '100%' }), draw('rect', { x: -27, y: -23, width: 54, height: 19, rx: 9.5 }), pill);
      p.querySelector('.body').after(draw('rect', { class: 'fv hideable', height: '100%' }));
      p.querySelector('.in').append(cursor);
      return { p, pill, cursor };
    });
    const motion = matchMedia('(prefers-reduced-motion:reduce)');
    const show = (t, index) => {
      now = clamp(t, 0, total);
      step = index ?? Math.max(0, steps.findLastIndex(known => known.time <= now + 1e-9));
      const { said } = steps[step], told = said.map((li, p) => (names[p] ? names[p].textContent + ' ' : '') + li.lastChild.textContent.trim());
      caption.replaceChildren(make('b', {}, said.find(li => li).firstChild.textContent), ' ' + told.filter(part => part).join('. '));
      slider.value = now;
      slider.ariaValueText = caption.textContent;
      for (const { p, pill, cursor } of cursors) {
        cursor.setAttribute('x', share(now));
        pill.textContent = now.toFixed(total < .1 ? 3 : total < 10 ? 2 : 1) + ' s';
        p.style.setProperty('--p', share(now));
        p.style.setProperty('--n', rests() ? '9px' : '0px');
      }
      lanes.forEach((rows, p) => {
        const awake = rests() && said[p]?.dataset.l.split(' ') || [];
        rows.forEach((row, lane) => row.classList.toggle('now', awake.includes(lane + '')));
      });
      point();
    };
    const go = (t, index) => {
      figure.classList.toggle('live', isLive = true);
      caption.ariaLive = document.activeElement == slider ? 'off' : 'polite';
      show(t, index);
      follow(at(plots[0], now));
    };
    let frame = 0;
    const paint = isPlaying => {
      word.textContent = isPlaying ? 'Pause' : 'Play';
      icon.setAttribute('d', isPlaying ? 'M2 1H5V11H2ZM7 1H10V11H7Z' : 'M2 .8 11 6 2 11.2Z');
    };
    const stop = () => { cancelAnimationFrame(frame); frame = 0; paint(false); };
    const reading = () => (motion.matches ? 1200 : 500) + 9 * caption.textContent.length;
    const play = () => {
      if (frame) return stop();
      paint(true);
      go(now < total ? now : 0);
      let rest = reading(), last;
      const advance = clock => {
        const spent = Math.min(50, clock - (last ?? clock)) * speed.value, coming = steps[step + 1];
        last = clock;
        if (!figure.isConnected || !coming && rest <= 0) return stop();
        if (rest > 0) rest -= spent;
        else if (motion.matches || now + spent * total / 3500 >= coming.time) { go(coming.time, step + 1); rest = reading(); }
        else go(now + spent * total / 3500, step);
        frame = requestAnimationFrame(advance);
      };
      frame = requestAnimationFrame(advance);
    };
    const jump = to => { stop(); go(steps[clamp(to, 0, steps.length - 1)].time, clamp(to, 0, steps.length - 1)); };
    const forth = () => jump(step + 1), back = () => jump(now > steps[step].time + 1e-9 ? step : step - 1);
    const keys = {
      ArrowRight: forth, ArrowUp: forth, ArrowLeft: back, ArrowDown: back, Home: () => jump(0), End: () => { stop(); go(total); }, ' ': play,
      Escape: () => { stop(); figure.classList.toggle('live', isLive = false); show(now); },
    };
    slider.oninput = () => { stop(); go(+slider.value); };
    slider.onkeydown = e => { if (keys[e.key]) { taken(e); keys[e.key](); } };
    paint(false);
    show(0);
  };

  const found = document.querySelectorAll('.course-gantt:not([data-live])');
  if (found.length) document.addEventListener('keydown', e => e.key == 'Escape' && dismiss?.());
  found.forEach(figure => { figure.dataset.live = ''; liven(figure); });
})();
