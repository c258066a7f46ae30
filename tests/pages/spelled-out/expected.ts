import { pageFixture } from '../page-fixture.ts';

export default pageFixture({
  what: 'whose abbreviations stand in tags of their own, and what they stand for beside them',
  marks: ['SNRI', 'serotonin and noradrenaline reuptake inhibitor', 'SSRI', 'SSRI:er'],
});
