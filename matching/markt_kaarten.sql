-- The cards of one page: what a person reads, with the AOG of today and the own reaction.
SELECT pub.id, pub.public_id, tro.titel, left(tro.wat, 600), opgave.naam, opdracht.naam,
       tro.begin, tro.einde, tro.fte, pub.vroegste_bespreekdatum, COALESCE(aog.naam, ''),
       EXISTS (
           SELECT FROM matching_reactie r
           WHERE r.publicatie_id = pub.id AND r.medewerker_id = %(medewerker)s
             AND r.status <> 'ingetrokken'
       )
FROM matching_publicatie pub
JOIN matching_procedure proc ON proc.id = pub.procedure_id
JOIN matching_matchvraag vraag ON vraag.id = proc.matchvraag_id
JOIN matching_tro tro ON tro.matchvraag_id = vraag.id
JOIN opgaven_opdracht opdracht ON opdracht.id = vraag.opdracht_id
JOIN opgaven_opgave opgave ON opgave.id = opdracht.opgave_id
LEFT JOIN LATERAL (
    SELECT m.naam FROM register_roltoewijzing rol
    JOIN register_rol soort ON soort.id = rol.rol_id AND soort.code = 'aog'
    JOIN pdomein_medewerker m ON m.id = rol.medewerker_id
    WHERE rol.opdracht_id = COALESCE(opdracht.bovenliggende_id, opdracht.id)
      AND rol.eind_registratie IS NULL AND rol.begin_geldigheid <= %(dag)s
      AND (rol.einde_geldigheid IS NULL OR rol.einde_geldigheid > %(dag)s)
    LIMIT 1
) aog ON true
WHERE pub.id = ANY(%(ids)s)
