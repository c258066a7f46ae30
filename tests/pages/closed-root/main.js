class SecretNote extends HTMLElement {
  constructor() {
    super();
    this.own = this.attachShadow({ mode: 'closed' });
    this.own.innerHTML =
      '<p id="inside">Inside it speaks of sertraline.</p><slot></slot><button type="button" id="next">Next</button>';
    this.own.getElementById('next').addEventListener('click', () => {
      this.own.getElementById('inside').textContent = 'Inside it now speaks of venlafaxine.';
    });
  }

  press() {
    this.own.getElementById('next').click();
  }
}
customElements.define('secret-note', SecretNote);

const plain = document.querySelector('#host').attachShadow({ mode: 'closed' });
plain.innerHTML = '<p id="plain">An element like any other speaks of bupropion.</p>';
