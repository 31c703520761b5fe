-- Every open publication with what filters, counts and "past bij jou" need; one statement.
SELECT pub.id, pub.vroegste_bespreekdatum, pub.gepubliceerd_op, prof.code, prof.naam,
       COALESCE(tro.schaal_van, 1), COALESCE(tro.schaal_tot, 18), tro.fte, od.code, od.naam,
       COALESCE(keuze.soort, ''), COALESCE(comp.rijen, '[]')
FROM matching_publicatie pub
JOIN matching_procedure proc ON proc.id = pub.procedure_id
JOIN matching_matchvraag vraag ON vraag.id = proc.matchvraag_id
JOIN matching_tro tro ON tro.matchvraag_id = vraag.id
JOIN opgaven_opdracht opdracht ON opdracht.id = vraag.opdracht_id
JOIN opgaven_opgave opgave ON opgave.id = opdracht.opgave_id
LEFT JOIN opgaven_capaciteitsvraag cv ON cv.id = vraag.capaciteitsvraag_id
LEFT JOIN pdomein_professie prof ON prof.id = cv.professie_id
LEFT JOIN opgaven_opgavetoedeling deel ON deel.opgave_id = opgave.id
    AND deel.begin <= %(dag)s AND (deel.einde IS NULL OR deel.einde > %(dag)s)
LEFT JOIN opgaven_odomein od ON od.id = deel.odomein_id
LEFT JOIN matching_marktkeuze keuze
    ON keuze.procedure_id = proc.id AND keuze.medewerker_id = %(medewerker)s
LEFT JOIN LATERAL (
    SELECT json_agg(json_build_array(c.id, c.naam, tc.niveau, eigen.niveau, eigen.wil_ontwikkelen)
                    ORDER BY tc.vereist DESC, tc.gewicht DESC, c.naam) AS rijen
    FROM matching_trocompetentie tc
    JOIN pdomein_competentie c ON c.id = tc.competentie_id
    LEFT JOIN pdomein_ppp ppp ON ppp.medewerker_id = %(medewerker)s
    LEFT JOIN pdomein_pppcompetentie eigen
        ON eigen.ppp_id = ppp.id AND eigen.competentie_id = c.id
    WHERE tc.tro_id = tro.id
) comp ON true
WHERE pub.ingetrokken_op IS NULL AND pub.gesloten_op IS NULL
  AND proc.fase IN ('opdrachtenmarkt', 'matchtafel')
  AND (%(zoek)s = ''
    OR tro.zoektekst @@ websearch_to_tsquery('dutch', %(zoek)s)
    OR position(lower(%(zoek)s) IN lower(opdracht.naam)) > 0
    OR position(lower(%(zoek)s) IN lower(opgave.naam)) > 0
    OR EXISTS (
        SELECT FROM matching_trocompetentie tc
        WHERE tc.tro_id = tro.id AND tc.competentie_id = ANY(%(competenties)s)
    ))
ORDER BY pub.gepubliceerd_op DESC, pub.id
