/* The server has the words of this window: their copy in the browser goes. The address forgets what the form was opened
   with, so that another visit shows what is then newest. */
(() => {
  const address = new URL(location);
  const tab = address.searchParams.get("kept");
  for (const name of Object.keys(localStorage)) if (tab && name.endsWith(`:${tab}`)) localStorage.removeItem(name);
  const spent = ["kept", ...document.currentScript.dataset.spent.split(" ")];
  for (const name of spent) address.searchParams.delete(name);
  history.replaceState(history.state, "", address);
})();
