/** States of the record by ISO 3166 alpha-3, in English, as sentences name them. */
export const stateNamesEn: Record<string, string> = {
  AFG: 'Afghanistan', AGO: 'Angola', ARG: 'Argentina', ARM: 'Armenia', AZE: 'Azerbaijan', BDI: 'Burundi',
  BFA: 'Burkina Faso', BIH: 'Bosnia and Herzegovina', CHL: 'Chile', CMR: 'Cameroon',
  COD: 'Democratic Republic of the Congo', COL: 'Colombia', CUB: 'Cuba', CYP: 'Cyprus', DZA: 'Algeria', ECU: 'Ecuador',
  EGY: 'Egypt', ERI: 'Eritrea', ESH: 'Western Sahara', ETH: 'Ethiopia',
  GBR: 'United Kingdom (Falkland Islands/Malvinas)', GEO: 'Georgia', GNB: 'Guinea-Bissau', HRV: 'Croatia', IND: 'India',
  IRN: 'Iran', IRQ: 'Iraq', ISR: 'Israel', JOR: 'Jordan', KHM: 'Cambodia', KOR: 'Republic of Korea', LAO: 'Laos',
  LBN: 'Lebanon', LBY: 'Libya', LKA: 'Sri Lanka', MLI: 'Mali', MMR: 'Myanmar', MNE: 'Montenegro', MOZ: 'Mozambique',
  MRT: 'Mauritania', NER: 'Niger', NGA: 'Nigeria', OMN: 'Oman', PAK: 'Pakistan', PER: 'Peru',
  PRK: "Democratic People's Republic of Korea", PSE: 'Palestine', RUS: 'Russian Federation', SDN: 'Sudan',
  SEN: 'Senegal', SOM: 'Somalia', SRB: 'Serbia', SSD: 'South Sudan', SYR: 'Syria', TCD: 'Chad', THA: 'Thailand',
  TJK: 'Tajikistan', TUR: 'Türkiye', UKR: 'Ukraine', VNM: 'Vietnam', XKX: 'Kosovo', YEM: 'Yemen', ZWE: 'Zimbabwe',
};
