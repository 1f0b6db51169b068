// Before the first paint: scripts are on, and the theme is the reader's.
(() => {
  const root = document.documentElement;
  root.classList.add('js');
  try {
    const theme = localStorage.getItem('course.theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  } catch { /* a page from a folder may have no storage */ }
})();
