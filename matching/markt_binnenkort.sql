-- Programmed places that are not on the market yet: the place and the opdracht, not the text.
SELECT vraag.omschrijving, vraag.fte, opdracht.naam, opgave.naam
FROM matching_procedure proc
JOIN matching_matchvraag vraag ON vraag.id = proc.matchvraag_id
JOIN opgaven_opdracht opdracht ON opdracht.id = vraag.opdracht_id
JOIN opgaven_opgave opgave ON opgave.id = opdracht.opgave_id
LEFT JOIN opgaven_capaciteitsvraag cv ON cv.id = vraag.capaciteitsvraag_id
WHERE proc.route = 'team' AND proc.fase IN ('concept', 'informeel')
  AND proc.gepauzeerd_op IS NULL
ORDER BY cv.begin NULLS LAST, proc.id
LIMIT %(aantal)s
