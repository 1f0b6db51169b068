// The map: which notebooks are done, and how much is left.
(() => {
  const items = [...document.querySelectorAll('.map li')];
  const state = document.getElementById('state');
  const untouched = state.textContent;
  const list = () => { try { return JSON.parse(localStorage.getItem('course.done') ?? '[]'); } catch { return []; /* nothing was kept */ } };

  function show() {
    const done = list();
    for (const item of items) item.classList.toggle('is-done', done.includes(item.dataset.name));
    const left = items.filter(item => !item.classList.contains('is-done'));
    const minutes = left.reduce((sum, item) => sum + Number(item.dataset.min), 0);
    state.textContent = left.length === items.length
      ? untouched
      : `${items.length - left.length} of ${items.length} done, ${Math.floor(minutes / 60)} h ${minutes % 60} min to go`;
  }

  show();
  addEventListener('storage', show); // ticked on another page, or on the one before, whose word came late
  addEventListener('pageshow', event => { if (event.persisted) show(); }); // back to a map that was kept as it stood
})();
