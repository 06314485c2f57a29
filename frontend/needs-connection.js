// A press that must not wait for a connection: it is made now or not at all. Without this, presses made offline would be
// kept by the page and sent once the connection is back, when nobody looks any more.
const PROBE = 'favicon.svg';
const PATIENCE = 4000;
let sending = null;

function connected() {
  const state = window.Vaadin?.connectionState?.state;
  return navigator.onLine && state !== 'connection-lost' && state !== 'reconnecting';
}

async function reached() {
  try {
    const answer = await fetch(PROBE, { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) });
    return answer.ok;
  } catch {
    return false;
  }
}

function leave(text) {
  const words = document.createElement('p');
  words.setAttribute('role', 'alert');
  words.textContent = text;
  const main = document.createElement('main');
  main.append(words);
  document.body.replaceChildren(main);
  document.body.classList.add('left');
}

function refuse(button) {
  if ('leaves' in button.dataset) {
    leave(button.dataset.notSent);
    return;
  }
  document.querySelector('.not-sent')?.remove();
  const words = document.createElement('div');
  words.className = 'not-sent';
  words.setAttribute('role', 'alert');
  words.setAttribute('popover', 'manual');
  words.textContent = button.dataset.notSent;
  document.body.append(words);
  words.showPopover();
  addEventListener('click', () => words.remove(), { once: true });
}

addEventListener('click', async event => {
  const button = event.composedPath().find(node => node instanceof HTMLElement && node.dataset.notSent);
  if (!button || button === sending) {
    return;
  }
  event.stopImmediatePropagation();
  event.preventDefault();
  if (button.ariaBusy === 'true') {
    return;
  }
  button.ariaBusy = 'true';
  const through = connected() && await reached();
  button.ariaBusy = null;
  if (!through) {
    refuse(button);
    return;
  }
  sending = button;
  try {
    button.click();
  } finally {
    sending = null;
  }
}, true);
