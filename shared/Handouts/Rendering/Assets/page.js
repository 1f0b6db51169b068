// A handout's own script. Everything on the page is readable and printable without it.
(() => {
  const $ = (selector, within = document) => within.querySelector(selector);
  const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];

  copyButtons();
  scrollingParts();
  contents();
  folded();
  predictions();
  doneMark();

  function copyButtons() {
    for (const button of $$('.copy')) button.addEventListener('click', async () => {
      await copy($('pre', button.parentElement));
      say(button, 'Copied', true);
      setTimeout(() => say(button, '', false), 1600);
    });

    function say(button, word, done) {
      button.classList.toggle('done', done);
      button.setAttribute('aria-label', word || 'Copy this code');
      $('.word', button).textContent = word;
    }

    async function copy(pre) {
      try {
        await navigator.clipboard.writeText(pre.textContent);
      } catch { // no clipboard without a secure context: copy what is selected
        const range = document.createRange();
        const selection = getSelection();
        range.selectNodeContents(pre);
        selection.removeAllRanges();
        selection.addRange(range);
        document.execCommand('copy');
        selection.removeAllRanges();
      }
    }
  }

  // Only what really scrolls becomes a stop for the keyboard.
  function scrollingParts() {
    const watch = new ResizeObserver(entries => { for (const entry of entries) mark(entry.target); });
    for (const part of $$('main :is(pre, .scrolls, .ov)')) watch.observe(part);

    function mark(part) {
      const sideways = part.scrollWidth > part.clientWidth + 1, scrolls = sideways || part.scrollHeight > part.clientHeight + 1;
      const what = part.matches('pre') ? 'Code' : 'Table';
      const attributes = { tabindex: '0', role: 'group', 'aria-label': `${what}, scrolls${sideways ? ' sideways' : ''}` };
      for (const [name, value] of Object.entries(attributes)) {
        if (scrolls) part.setAttribute(name, value); else part.removeAttribute(name);
      }
    }
  }

  // Where am I: the section whose heading last passed the upper third.
  function contents() {
    const links = $$('.toc ol a');
    const heads = links.map(link => document.getElementById(decodeURIComponent(link.hash.slice(1))));
    const now = $('#now');
    const toc = $('#toc');
    let waiting = false;
    if (links.length) {
      addEventListener('scroll', () => {
        if (!waiting) { waiting = true; requestAnimationFrame(place); }
      }, { passive: true });
      place();
    }
    toc.addEventListener('click', event => {
      if (event.target.closest('a') && toc.matches(':popover-open')) toc.hidePopover();
    });

    function place() {
      waiting = false;
      let at = heads.findLastIndex(head => head.getBoundingClientRect().top < innerHeight * .3);
      if (innerHeight + scrollY >= document.body.scrollHeight - 4 && scrollY > 0) at = heads.length - 1;
      links.forEach((link, i) => {
        if (i === at) link.setAttribute('aria-current', 'location'); else link.removeAttribute('aria-current');
        link.classList.toggle('past', i < at);
      });
      now.textContent = at < 0 ? 'Contents' : $('.name', links[at]).firstChild.textContent;
    }
  }

  // A link to what is folded unfolds it: browsers do so for what is inside, not for the heading that names it.
  function folded() {
    const unfold = () => {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      const details = target?.closest('details');
      if (details && (target === details || target.closest('summary'))) details.open = true;
    };
    addEventListener('hashchange', unfold);
    unfold();
  }

  // Predict, then look.
  function predictions() {
    const gates = $$('.gate').map(gate => ({ gate, form: document.getElementById(gate.dataset.ask) }));
    for (const { gate, form } of gates) {
      const run = $('.btn', form);
      run.disabled = true;
      // Nobody hears or reaches by keyboard what is not yet to be seen.
      for (const held of $$('.held', gate)) held.inert = true;
      form.addEventListener('submit', event => event.preventDefault());
      form.addEventListener('change', () => { run.disabled = false; });
      run.addEventListener('click', () => { resolve(gate, form, $('input:checked', form)); focusVerdict(form); });
      $('.link', form).addEventListener('click', () => { resolve(gate, form, null); focusVerdict(form); });
    }

    const all = $('#show-all');
    all?.addEventListener('click', () => {
      for (const { gate, form } of gates) if (!('open' in gate.dataset)) resolve(gate, form, null);
      all.textContent = 'All results are shown';
      all.disabled = true;
    });

    function resolve(gate, form, pick) {
      gate.dataset.open = '';
      for (const held of $$('.held', gate)) held.inert = false;
      $('.btn', form).hidden = $('.link', form).hidden = true;
      $('.verdict', form).replaceChildren(...verdict(form, pick));
      const mark = pick?.dataset.mark?.match(/^(.*?) ?([\d.]+)(?: ([\d.]+))?$/);
      if (mark) draw(gate, mark[1], +mark[2], +(mark[3] ?? mark[2]));
    }

    // What was expected, over the first chart that has the lane: the outline of a bar, or a line for a moment; without a lane
    // a line through all of them.
    function draw(gate, lane, from, to) {
      const isLane = row => $('.lb', row)?.firstChild.textContent === lane;
      for (const plot of $$('.course-gantt .pl', gate)) {
        const row = lane ? $$('.ln', plot).find(isLane) : $('.body', plot), end = +plot.dataset.domain;
        if (!row || from > end) continue;
        const share = time => `${Math.min(time, end) / end * 100}%`;
        const guess = svg('g', { class: 'guess' }), isBar = to > from, isLate = from > end * .8;
        guess.append(
          isBar
            ? svg('rect', { class: 'r', x: share(from), width: share(Math.min(to, end) - from) })
            : svg('line', { x1: share(from), x2: share(from), y1: 0, y2: (lane ? $('.hit', row) : plot).getBBox().height }),
          svg('text', { class: 'bt', x: share(from), dx: isLate ? -7 : 7, 'text-anchor': isLate ? 'end' : 'start' }, 'your guess'));
        row.append(guess);
        return;
      }
    }

    function svg(name, attributes, text = '') {
      const element = document.createElementNS('http://www.w3.org/2000/svg', name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      element.textContent = text;
      return element;
    }

    function verdict(form, pick) {
      const answer = $(`input[value="${form.dataset.answer}"]`, form);
      const because = [...($('.because', form)?.cloneNode(true).childNodes ?? [])];
      const text = input => input.parentElement.textContent.trim();
      if (pick && pick === answer) return [bold('ok', `✓ As you said: ${text(pick)}.`), ' ', ...because];
      const was = answer ? `It was ${text(answer)}. ` : '';
      return pick ? [bold('no', `You said ${text(pick)}.`), ' ', was, ...because] : [was, ...because];
    }

    function bold(kind, text) {
      const element = document.createElement('b');
      element.className = kind;
      element.textContent = text;
      return element;
    }

    function focusVerdict(form) {
      const verdict = $('.verdict', form);
      verdict.tabIndex = -1;
      verdict.focus({ preventScroll: true });
    }
  }

  // "I am done with this notebook": kept in this browser, shown on the map. Extras have no such mark.
  function doneMark() {
    const tick = $('#done');
    if (!tick) return;
    const list = () => { try { return JSON.parse(localStorage.getItem('course.done') ?? '[]'); } catch { return []; } };
    tick.checked = list().includes(tick.value);
    tick.addEventListener('change', () => {
      const others = list().filter(name => name !== tick.value);
      try { localStorage.setItem('course.done', JSON.stringify(tick.checked ? [...others, tick.value] : others)); } catch { /* not kept */ }
    });
  }
})();
