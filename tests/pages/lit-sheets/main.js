import { adoptStyles, css, html, LitElement } from 'lit';

const light = css`p { color: #123 } :host { display: block; background: #fff }`;
const dark = css`p { color: #eee } :host { display: block; background: #123 }`;

class PageNote extends LitElement {
  static properties = { dark: { type: Boolean } };

  updated() {
    // The whole list is set anew, as themes do.
    adoptStyles(this.renderRoot, [this.dark ? dark : light]);
  }

  render() {
    return html`<p id="text">This note on kratom is ${this.dark ? 'dark' : 'light'}.</p>`;
  }
}
customElements.define('page-note', PageNote);

const note = document.querySelector('page-note');
document.getElementById('theme').addEventListener('click', () => {
  note.dark = !note.dark;
});
