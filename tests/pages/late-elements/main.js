/** Its shadow tree comes with its definition, long after the element. */
class LateNote extends HTMLElement {
  connectedCallback() {
    this.attachShadow({ mode: 'open' }).innerHTML = '<p>Now it speaks of venlafaxine.</p><slot></slot>';
  }
}

document.getElementById('define').addEventListener('click', () => customElements.define('late-note', LateNote));
document.getElementById('attach').addEventListener('click', () => {
  const plain = document.createElement('div');
  plain.id = 'plain';
  document.body.append(plain);
  plain.attachShadow({ mode: 'open' }).innerHTML = '<p>A plain element, on mirtazapine.</p>';
});
