/** Beginnings and phrases by which a text speaks of suicide or self-harm, in the languages of the names. */
const words = [
  'suicid',
  'self[- ]?harm',
  '(?:kill|harm|hurt)(?:ing)? (?:my|your|her|him|them)sel',
  'end(?:ing)? (?:my|your|her|his|their) li[fv]e',
  'suizid',
  'selbstmord',
  'selbstverletz',
  'zelfmoord',
  'zelfdoding',
  'själv(?:mord|skad)',
  'selv(?:mord|skad)',
  'samobój',
  'суицид',
  'самоуби',
  'самогуб',
  '自殺',
  '自杀',
  'ฆ่าตัวตาย',
  'bunuh diri',
];
const crisis = new RegExp(words.join('|'), 'iu');

/** Whether a text speaks of suicide or self-harm, for or against: help is named beside it either way. */
export const speaksOfSuicide = (text: string): boolean => crisis.test(text);
