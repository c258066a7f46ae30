/** A chat that keeps its last 30 lines and stays at its end. */
const subjects = ['kratom', 'sertraline', 'tea', 'fluoxetine', 'sleep'];
const limit = 30;
const feed = document.getElementById('feed');
let count = 0;

function say() {
  const line = document.createElement('div');
  line.id = `line-${count}`;
  line.innerHTML = `<b></b>: <span></span>`;
  line.querySelector('b').textContent = `Reader ${count % 7}`;
  line.querySelector('span').textContent = `my question ${count} is on ${subjects[count % subjects.length]}`;
  feed.append(line);
  if (feed.childElementCount > limit) feed.firstElementChild.remove();
  feed.scrollTop = feed.scrollHeight;
  count++;
}

const timer = setInterval(() => {
  for (let times = 0; times < 3; times++) say();
  if (count >= 180) clearInterval(timer);
}, 30);
