import { hoverMark } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

export default pageFixture({
  what: 'in a sandbox, with no origin and trusted types',
  headers: {
    'content-security-policy':
      "sandbox allow-scripts; default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  },
  marks: ['kratom'],
  async check({ tab }) {
    await hoverMark(tab, 'kratom');
  },
});
