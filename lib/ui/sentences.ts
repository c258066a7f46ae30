/** Fixed sentences of card and library. `npm run dataset:check` reads them as it reads the dataset: short, plain, no orders, no praise. */
export const sentences = {
  loadFailed: 'This card could not be loaded.',
  reviewDue: 'A review of this card is due.',
  outOfDate: 'This card may be out of date.',
  clickOnly: 'From now on, cards on this page open on a click.',
  notWritten: 'We have not written the full card for this one yet. It may have benefits and harms not shown here.',
  notAboutYou: 'General facts from published sources. This card doesn’t know you or your health. A pharmacist or doctor does.',
  oldLaw: 'We checked this too long ago to show it. The sources may say what holds now.',
  lawMayHaveChanged: 'This may have changed.',
  copied: 'Copied. Nothing was sent.',
  notCopied: 'Your browser did not let us copy.',
} as const;

/** Sentences of the library page alone. */
export const librarySentences = {
  noSuchEntry: 'There is no such entry.',
  nothingOnPage: 'The page in front names no topic we know.',
  searchHelp:
    'Search for a medicine, a brand, a plant or a compound. Names in other languages work, too. Nothing you type leaves this device.',
  fixHelp: 'Fill this in and copy it. Nothing is sent: you choose who gets it.',
} as const;
