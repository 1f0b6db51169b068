// The map: which notebooks are done, and how much is left.
(() => {
  let done = [];
  try { done = JSON.parse(localStorage.getItem('course.done') ?? '[]'); } catch { /* nothing was kept */ }
  const items = [...document.querySelectorAll('.map li')];
  const isDone = item => done.includes(item.dataset.name);
  for (const item of items) item.classList.toggle('is-done', isDone(item));
  const count = items.filter(isDone).length;
  if (!count) return;
  const left = items.filter(item => !isDone(item)).reduce((sum, item) => sum + Number(item.dataset.min), 0);
  document.getElementById('state').textContent =
    `${count} of ${items.length} done, ${Math.floor(left / 60)} h ${left % 60} min to go`;
})();
