import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

class PageRow extends LitElement {
  static properties = { subject: {} };
  static styles = css`:host { display: block }`;

  render() {
    return html`<p>A row on ${this.subject}<slot></slot>.</p>`;
  }
}
customElements.define('page-row', PageRow);

class PageCard extends LitElement {
  static properties = { rows: { state: true }, open: { state: true } };

  constructor() {
    super();
    this.rows = ['venlafaxine', 'mirtazapine'];
    this.open = false;
  }

  render() {
    return html`
      <slot name="title"></slot>
      <p id="own">The element itself speaks of ${this.open ? 'bupropion' : 'tea'}.</p>
      ${this.open ? html`<slot></slot>` : nothing}
      ${repeat(
        this.rows,
        (row) => row,
        (row) => html`<page-row id=${`row-${row}`} .subject=${row}> and <b>SSRIs</b></page-row>`,
      )}`;
  }
}
customElements.define('page-card', PageCard);

const card = document.querySelector('page-card');
document.getElementById('more').addEventListener('click', () => {
  card.open = !card.open;
});
document.getElementById('turn').addEventListener('click', () => {
  card.rows = card.rows.toReversed();
});
