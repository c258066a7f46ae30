/** Draws the same few lines anew twenty times a second. */
const ticker = document.getElementById('ticker');
let turn = 0;

function draw() {
  turn++;
  const subject = ['sertraline', 'fluoxetine', 'tea'][Math.floor(turn / 10) % 3];
  ticker.innerHTML = `<p id="steady">Always on venlafaxine.</p><p id="turn">Turn ${turn}.</p><p id="subject">Now on <b>${subject}</b>.</p>`;
}
const timer = setInterval(draw, 50);
window.stopTicker = () => {
  clearInterval(timer);
  turn = 9;
  draw();
};
draw();
