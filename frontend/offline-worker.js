// Without a connection a page still opens and says what to do. Nothing else is kept: what the portal shows must be true now.
const KEPT = 'handtag-offline';
const PAGES = ['offline', 'plain.css', 'logo.svg'];
// There only where the company has a sign of its own.
const SIGN = 'brand/logo';

addEventListener('install', event => {
  event.waitUntil(caches.open(KEPT)
    .then(kept => kept.addAll(PAGES).then(() => kept.add(SIGN).catch(() => {})))
    .then(() => skipWaiting()));
});

addEventListener('activate', event => event.waitUntil(clients.claim()));

addEventListener('fetch', event => {
  const own = new URL(event.request.url).origin === location.origin;
  if (event.request.mode === 'navigate') {
    event.respondWith(fetch(event.request).catch(() => caches.match('offline')));
  } else if (own && [...PAGES, SIGN].some(page => event.request.url.endsWith('/' + page))) {
    event.respondWith(fetch(event.request).catch(() => caches.match(event.request)));
  }
});
