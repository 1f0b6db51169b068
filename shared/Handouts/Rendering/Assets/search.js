// Search on the map: every word must begin some word of a place. The whole text is in the page; nothing is asked for.
(() => {
  const most = 30;
  const box = document.getElementById('q');
  const list = document.getElementById('hits');
  const count = document.getElementById('found');
  let places = null;

  box.addEventListener('input', () => { search(); remember(); });
  box.addEventListener('keydown', event => {
    if (event.key === 'Escape' && box.value) { event.preventDefault(); clear(); }
    if (event.key === 'ArrowDown' && links()[0]) { event.preventDefault(); links()[0].focus(); }
    if (event.key === 'Enter') links()[0]?.click();
  });
  list.addEventListener('keydown', event => {
    const all = links();
    const at = all.indexOf(document.activeElement);
    const to = { ArrowDown: all[at + 1], ArrowUp: all[at - 1] ?? box, Home: all[0], End: all.at(-1), Escape: box }[event.key];
    if (to) { event.preventDefault(); to.focus(); }
  });
  addEventListener('keydown', event => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.target.matches('input')) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
  // Whoever comes back from a place finds the list as it was.
  const asked = new URLSearchParams(location.hash.slice(1)).get('q');
  if (asked) { box.value = asked; search(); }

  function links() { return [...list.querySelectorAll('a')]; }
  function clear() { box.value = ''; search(); remember(); }
  function remember() {
    const query = box.value.trim();
    try {
      history.replaceState(null, '', query ? '#' + new URLSearchParams({ q: query }) : location.pathname + location.search);
    } catch { /* a browser that keeps no history of a folder's pages */ }
  }

  function search() {
    const terms = [...new Set(fold(box.value.normalize()).split(/\s+/).filter(Boolean))];
    const searching = terms.length > 0;
    const found = searching ? rank(terms) : [];
    document.body.classList.toggle('searching', searching);
    list.replaceChildren(...found.slice(0, most).map(place => hit(place, terms)));
    list.hidden = found.length === 0;
    count.textContent = searching ? words(found.length) : '';
  }

  function words(places) {
    if (places === 0) return 'Nothing found. Try one word, such as semaphore, cancel or queue.';
    if (places === 1) return '1 place';
    return places > most ? `${places} places; here are the ${most} that fit best` : `${places} places`;
  }

  // One letter for one letter, so that a place in the folded text is the place in the text.
  function fold(text) {
    return text.replace(/[^\x00-\x7f]/g, letter => letter.normalize('NFD')[0]).toLowerCase();
  }

  function read() {
    const data = JSON.parse(document.getElementById('search-data').textContent);
    return data.flatMap(([file, number, title, parts]) => parts.map(([anchor, heading, text]) => ({
      url: anchor ? `${file}#${encodeURIComponent(anchor)}` : file,
      name: field(heading || title),
      book: field(`${number} ${title}`),
      text: field(text),
    })));
  }

  function field(written) {
    const text = written.normalize();
    return { text, low: fold(text) };
  }

  // Best match first: rare words count more, headings more than text, whole words more than beginnings (BM25 in short).
  function rank(terms) {
    places ??= read();
    let scores = new Map(places.map(place => [place, 0]));
    for (const term of terms) {
      const weights = [...scores].map(([place, score]) => ({ place, score, weight: weigh(place, term) })).filter(({ weight }) => weight > 0);
      const rarity = Math.log(1 + places.length / (1 + weights.length));
      scores = new Map(weights.map(({ place, score, weight }) => [place, score + rarity * weight / (weight + 2)]));
    }
    return [...scores].sort(([, a], [, b]) => b - a).map(([place]) => place);
  }

  function weigh(place, term) {
    const length = 1 + place.text.low.length / 4000;
    return 8 * matches(place.name, term).weight + 3 * matches(place.book, term).weight + matches(place.text, term).weight / length;
  }

  // Where a term begins a word: after anything but a letter, or at a capital within a name (Async in WaitAsync).
  function matches({ text, low }, term) {
    const at = [];
    let weight = 0;
    const inner = /^[\p{L}\p{N}]/u.test(term);
    for (let i = low.indexOf(term); i >= 0; i = low.indexOf(term, i + term.length)) {
      const starts = !inner || i === 0 || !/[\p{L}\p{N}]/u.test(low[i - 1])
        || (/\p{Lu}/u.test(text[i]) && !/\p{Lu}/u.test(text[i - 1]));
      if (!starts) continue;
      at.push(i);
      weight += /[\p{L}\p{N}]/u.test(low[i + term.length] ?? '') ? .6 : 1;
    }
    return { at, weight };
  }

  function hit(place, terms) {
    const item = document.createElement('li');
    const link = document.createElement('a');
    const name = marked(document.createElement('b'), place.name, terms);
    const book = document.createElement('small');
    book.textContent = place.book.text;
    link.href = place.url;
    link.append(name, ' ', book, excerpt(place.text, terms));
    item.append(link);
    return item;
  }

  // From a little before the first match on, cut between words.
  function excerpt(field, terms) {
    const before = 70;
    const length = 190;
    const first = Math.min(...terms.flatMap(term => matches(field, term).at.slice(0, 1)));
    const near = Number.isFinite(first) && first > before ? first - before : 0;
    const from = near ? field.text.indexOf(' ', near) + 1 : 0;
    const far = field.text.lastIndexOf(' ', from + length);
    const to = from + length >= field.text.length ? field.text.length : far > from ? far : from + length;
    const paragraph = document.createElement('p');
    if (from) paragraph.append('… ');
    marked(paragraph, { text: field.text.slice(from, to), low: field.low.slice(from, to) }, terms);
    if (to < field.text.length) paragraph.append(' …');
    return paragraph;
  }

  function marked(element, field, terms) {
    const spans = terms.flatMap(term => matches(field, term).at.map(from => ({ from, to: from + term.length })));
    let done = 0;
    for (const { from, to } of spans.sort((a, b) => a.from - b.from || b.to - a.to)) {
      if (from < done) continue;
      const mark = document.createElement('mark');
      mark.textContent = field.text.slice(from, to);
      element.append(field.text.slice(done, from), mark);
      done = to;
    }
    element.append(field.text.slice(done));
    return element;
  }
})();
