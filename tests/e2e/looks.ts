/**
 * Questions about how a page looks, asked inside it. Each function must stand alone: it is sent to the browser as text. Each looks into
 * open shadow roots, and answers with a line for every problem.
 */
import axe from 'axe-core';
import type { FrameDriver } from './driver.ts';

/** Text that stands out too little: 7:1 for what is read in sentences, 4.5:1 for all other. */
export function findFaintText(): string[] {
  const rgba = (color: string) => (color.match(/[\d.]+/g) ?? []).map(Number);
  const light = ([red = 0, green = 0, blue = 0]: number[]) => {
    const [r = 0, g = 0, b = 0] = [red, green, blue].map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element: Element | null): number[] => {
    for (let at = element; at; at = at.parentElement ?? ((at.getRootNode() as ShadowRoot).host as Element | undefined) ?? null) {
      const color = rgba(getComputedStyle(at).backgroundColor);
      if (color[3] !== 0) return color;
    }
    return [255, 255, 255];
  };
  const problems = new Set<string>();
  const visit = (root: Document | ShadowRoot): void => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) visit(element.shadowRoot);
      const text = [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.textContent?.trim());
      if (!text.some(Boolean) || !element.checkVisibility() || element.closest('style, script, svg, option, :disabled')) continue;
      const [front, back] = [light(rgba(getComputedStyle(element).color)), light(ground(element))];
      const contrast = (Math.max(front, back) + 0.05) / (Math.min(front, back) + 0.05);
      const wanted = element.closest('p, li, dd') && !element.closest('button, a') ? 7 : 4.5;
      if (contrast < wanted) problems.add(`${contrast.toFixed(2)}:1, wanted ${wanted}: "${text.join(' ').slice(0, 40)}"`);
    }
  };
  visit(document);
  return [...problems];
}

/** What can be pressed and is smaller than 24 by 24 px; numbers and links inside a sentence may be (WCAG 2.5.8). */
export function findSmallTargets(): string[] {
  const problems = new Set<string>();
  const visit = (root: Document | ShadowRoot): void => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) visit(element.shadowRoot);
      if (!element.matches('button, a[href], input, select, summary') || !element.checkVisibility()) continue;
      const inSentence = /^inline/.test(getComputedStyle(element).display) && element.closest('p, li, .last') !== null;
      if (inSentence && element.parentElement?.childNodes.length !== 1) continue;
      const { width, height } = (element.closest('label') ?? element).getBoundingClientRect();
      if (width < 24 || height < 24)
        problems.add(
          `${Math.round(width)} by ${Math.round(height)}: ${element.getAttribute('aria-label') ?? element.textContent}`,
        );
    }
  };
  visit(document);
  return [...problems];
}

/** What reaches out of its card, its menu or the page, or is cut off inside. */
export function findOverflow(): string[] {
  const problems = new Set<string>();
  const page = document.documentElement;
  if (page.scrollWidth > page.clientWidth) problems.add(`the page is ${page.scrollWidth} px wide in ${page.clientWidth}`);
  const visit = (root: Document | ShadowRoot, state: string): void => {
    for (const element of root.querySelectorAll('*')) {
      const name = `${state}: ${element.localName}.${element.getAttribute('class') ?? ''} "${element.textContent?.trim().slice(0, 30)}"`;
      if (element.shadowRoot) visit(element.shadowRoot, element.closest('[data-state]')?.getAttribute('data-state') ?? state);
      if (!element.checkVisibility() || element.closest('svg svg, g, path, defs, select')) continue;
      const frame = element.closest('.card, .popup');
      if (!frame) continue;
      const [box, around] = [element.getBoundingClientRect(), frame.getBoundingClientRect()];
      if (box.width > 0 && (box.left < around.left - 1 || box.right > around.right + 1)) problems.add(`${name} reaches out`);
      const clips = getComputedStyle(element).overflowX !== 'visible' || element === frame;
      if (clips && element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1) problems.add(`${name} is cut off`);
      const clipsDown = getComputedStyle(element).overflowY === 'hidden' && element.clientHeight > 0;
      if (clipsDown && element.scrollHeight > element.clientHeight + 1) problems.add(`${name} is cut off below`);
    }
  };
  visit(document, 'page');
  return [...problems];
}

/** Words broken in the middle, where no hyphen lets them. Names made up to be too long for any line must break. */
export function findBrokenWords(): string[] {
  const problems = new Set<string>();
  const longestWhole = 30;
  const visit = (root: Document | ShadowRoot, state: string): void => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) visit(element.shadowRoot, element.closest('[data-state]')?.getAttribute('data-state') ?? state);
      if (
        root === document ||
        /Long names|long host/.test(state) ||
        !element.checkVisibility() ||
        element.closest('style, svg, option')
      )
        continue;
      for (const node of element.childNodes) {
        if (node.nodeType !== 3) continue;
        for (const { 0: word, index } of (node.textContent ?? '').matchAll(/[^\s\-‐–/.,()’']+/g)) {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + word.length);
          const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
          // Some titles of German law are wider than a phone.
          if (tops.size > 1 && word.length <= longestWhole) problems.add(`${state}: "${word}"`);
        }
      }
    }
  };
  visit(document, 'page');
  return [...problems];
}

/** Spaces text as WCAG 1.4.12 says a reader may. */
export function spaceText(): void {
  const css =
    '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-block-end:2em!important}';
  const visit = (root: Document | ShadowRoot): void => {
    const sheet = document.createElement('style');
    sheet.textContent = css;
    (root instanceof Document ? root.head : root).append(sheet);
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) visit(element.shadowRoot);
  };
  visit(document);
}

/**
 * What axe finds. Its source is handed over as a function's own text, so that no page's content security policy has to let it in.
 * @param tags kinds of rule to go by; all when left out
 */
export async function findAxeProblems(page: FrameDriver, tags?: readonly string[]): Promise<string[]> {
  const load = () => undefined;
  load.toString = () => `() => { ${axe.source} }`;
  await page.evaluate(load);
  return page.evaluate(async (only) => {
    const { axe } = globalThis as unknown as { axe: { run(root: Document, options: unknown): Promise<AxeResults> } };
    const options = { resultTypes: ['violations'], ...(only ? { runOnly: only } : {}) };
    const { violations } = await axe.run(document, options);
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.flat().join(' ')} ${node.html.slice(0, 120)}`),
    );
  }, tags ?? null);
}

interface AxeResults {
  violations: { id: string; nodes: { target: (string | string[])[]; html: string }[] }[];
}
