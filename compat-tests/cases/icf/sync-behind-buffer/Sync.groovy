handler { syncToken 1; CREATE(); object { uid 'a'; id 'a'; attribute 'x', 1; attribute 'y', 2 } }
handler { syncToken 2; DELETE('x') }
handler { syncToken 3; UPDATE(); object { uid 'a'; id 'a'; objectClass 'other' } }
null