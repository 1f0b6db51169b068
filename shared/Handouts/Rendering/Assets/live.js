// Only while a notebook is being watched: when it has been run anew, its page is loaded anew.
(() => {
  const version = document.querySelector('meta[name=version]').content;
  new EventSource(`/events${location.pathname}`).addEventListener('message', event => {
    if (event.data !== version) location.reload();
  });
})();
