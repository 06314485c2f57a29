// Keeps "4 min ago" true on a page that stays open. The words come from the server, so that they are its own.
const EVERY = 15000;
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const DAYS_COUNTED = 30;

function said(words, count) {
  return (count === 1 ? words[0] : words[1]).replace('{0}', count);
}

// The same steps as on the server; null where it says the date instead.
function relative(when, times) {
  const distance = (Date.now() + times.ahead - when) / 1000;
  const words = distance < 0 ? times.coming : times.past;
  const away = Math.abs(distance);
  if (away < MINUTE) {
    return times.now;
  }
  if (away < HOUR) {
    return said(words.minutes, Math.floor(away / MINUTE));
  }
  if (away < DAY) {
    return said(words.hours, Math.floor(away / HOUR));
  }
  const days = Math.floor(away / DAY);
  return days <= DAYS_COUNTED ? said(words.days, days) : null;
}

function tick() {
  const times = window.handtagTimes;
  if (!times || document.hidden) {
    return;
  }
  for (const time of document.querySelectorAll('time[data-passes]')) {
    const text = time.firstChild;
    const words = relative(Date.parse(time.dateTime), times);
    if (!text || words === null) {
      continue;
    }
    const end = text.data.lastIndexOf(', ');
    const now = time.dataset.passes === 'after' && end > 0 ? text.data.slice(0, end + 2) + words : words;
    if (now !== text.data) {
      text.data = now;
    }
  }
}

setInterval(tick, EVERY);
document.addEventListener('visibilitychange', tick);
