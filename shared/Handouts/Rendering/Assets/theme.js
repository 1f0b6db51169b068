// The theme: as the system has it, light, dark.
(() => {
  const root = document.documentElement;
  const button = document.getElementById('theme');
  const names = { auto: 'Auto', light: 'Light', dark: 'Dark' };
  const order = Object.keys(names);
  const current = () => root.dataset.theme || 'auto';
  const paint = () => {
    button.setAttribute('aria-label', `Theme: ${names[current()]}. Change`);
    button.querySelector('.lbl').textContent = names[current()];
  };
  button.addEventListener('click', () => {
    const next = order[(order.indexOf(current()) + 1) % order.length];
    if (next === 'auto') delete root.dataset.theme; else root.dataset.theme = next;
    try { localStorage.setItem('course.theme', next); } catch { /* remembered for this page only */ }
    paint();
  });
  paint();
})();
