/** States of the record by ISO 3166 alpha-3, in French. */
export const stateNamesFr: Record<string, string> = {
  AFG: 'Afghanistan', AGO: 'Angola', ARG: 'Argentine', ARM: 'Arménie', AZE: 'Azerbaïdjan', BDI: 'Burundi', BFA: 'Burkina Faso',
  BIH: 'Bosnie-Herzégovine', CHL: 'Chili', CMR: 'Cameroun', COD: 'République démocratique du Congo', COL: 'Colombie', CUB: 'Cuba',
  CYP: 'Chypre', DZA: 'Algérie', ECU: 'Équateur', EGY: 'Égypte', ERI: 'Érythrée', ESH: 'Sahara occidental', ETH: 'Éthiopie',
  GBR: 'Royaume-Uni', GEO: 'Géorgie', GNB: 'Guinée-Bissau', HRV: 'Croatie', IND: 'Inde', IRN: 'Iran', IRQ: 'Iraq', ISR: 'Israël',
  JOR: 'Jordanie', KHM: 'Cambodge', KOR: 'République de Corée', LAO: 'Laos', LBN: 'Liban', LBY: 'Libye', LKA: 'Sri Lanka', MLI: 'Mali',
  MMR: 'Myanmar', MNE: 'Monténégro', MOZ: 'Mozambique', MRT: 'Mauritanie', NER: 'Niger', NGA: 'Nigéria', OMN: 'Oman', PAK: 'Pakistan',
  PER: 'Pérou', PRK: 'République populaire démocratique de Corée', PSE: 'Palestine', RUS: 'Fédération de Russie', SDN: 'Soudan',
  SEN: 'Sénégal', SOM: 'Somalie', SRB: 'Serbie', SSD: 'Soudan du Sud', SYR: 'Syrie', TCD: 'Tchad', THA: 'Thaïlande', TJK: 'Tadjikistan',
  TUR: 'Türkiye', UKR: 'Ukraine', VNM: 'Viet Nam', XKX: 'Kosovo', YEM: 'Yémen', ZWE: 'Zimbabwe',
};
