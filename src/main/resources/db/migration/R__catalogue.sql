-- The catalogue that ships with the product. What was planted before, and perhaps changed since, is left as it is.
-- Categories: the eight of the province's volunteer teams, and convenience services.
insert into category (code, zh, en, place)
values
  ('theory-policy', '理论政策宣讲', 'Theory and policy talks', 1),
  ('culture-arts', '文化文艺服务', 'Culture and arts', 2),
  ('schooling', '助学支教', 'Schooling', 3),
  ('health-fitness', '医疗健身', 'Health and fitness', 4),
  ('popular-science', '科学普及', 'Popular science', 5),
  ('legal-advice', '法律服务', 'Legal advice', 6),
  ('hygiene-environment', '卫生环保', 'Hygiene and environment', 7),
  ('help-in-need', '扶贫帮困', 'Help for people in need', 8),
  ('convenience', '便民服务', 'Convenience', 9)
on conflict do nothing;

insert into certificate_kind (code, zh, en)
values
  ('AGRONOMIST', '农艺师、农业技术人员证书', 'Agronomist'),
  ('COUNSELLOR', '心理咨询师证书', 'Counsellor'),
  ('DOCTOR', '医师执业证书', 'Doctor''s practising certificate'),
  ('ELECTRICIAN', '特种作业操作证（电工）', 'Electrician''s operation certificate'),
  ('HAIRDRESSER', '美发师职业技能证书', 'Hairdresser'),
  ('LAWYER', '律师执业证书', 'Lawyer''s practising certificate'),
  ('MEDIATOR', '人民调解员证', 'People''s mediator'),
  ('NURSE', '护士执业证书', 'Nurse''s practising certificate'),
  ('SPORTS_INSTRUCTOR', '社会体育指导员证书', 'Sports instructor'),
  ('TEACHER', '教师资格证书', 'Teacher')
on conflict do nothing;

create temporary table planted on commit drop as
select service from jsonb_array_elements($json$
[
  {
    "code": "policy-talk", "category": "theory-policy", "riskClass": "LOW",
    "usualDuration": "PT1H",
    "name": {"zh": "政策宣讲", "en": "Policy talk"},
    "description": {"zh": "宣讲员把惠农、医保、养老等政策讲到院子里、炕头上。", "en": "A speaker explains policies on farming, health insurance and pensions in the courtyard or at the kitchen table."},
    "risks": {"zh": "集体活动时请注意脚下安全和人员疏散；身体不适请及时告知。", "en": "At gatherings mind your step and the way out; say so at once if you feel unwell."},
    "questions": [
      {"code": "topic", "text": {"zh": "想听哪方面的政策？", "en": "Which policy would you like to hear about?"}, "kind": "TEXT", "required": false},
      {"code": "listeners", "text": {"zh": "大约多少人参加？", "en": "How many people will come?"}, "kind": "NUMBER", "required": false}
    ],
    "checklist": [
      {"code": "venue", "text": {"zh": "场地和时间已与村（社区）确认", "en": "Place and time are confirmed with the village or community"}},
      {"code": "material", "text": {"zh": "宣讲材料已经审核", "en": "The material has been reviewed"}}
    ]
  },
  {
    "code": "study-circle", "category": "theory-policy", "riskClass": "LOW",
    "usualDuration": "PT1H30M",
    "name": {"zh": "理论学习小组", "en": "Study circle"},
    "description": {"zh": "和大家一起读原文、谈体会。", "en": "Reading together and talking about it."},
    "risks": {"zh": "集体活动时请注意脚下安全和人员疏散；身体不适请及时告知。", "en": "At gatherings mind your step and the way out; say so at once if you feel unwell."},
    "questions": [
      {"code": "listeners", "text": {"zh": "大约多少人参加？", "en": "How many people will come?"}, "kind": "NUMBER", "required": false}
    ],
    "checklist": [
      {"code": "venue", "text": {"zh": "场地和时间已与村（社区）确认", "en": "Place and time are confirmed with the village or community"}}
    ]
  },
  {
    "code": "performance", "category": "culture-arts", "riskClass": "LOW",
    "usualDuration": "PT2H", "people": 5, "photo": true,
    "name": {"zh": "文艺演出", "en": "Performance"},
    "description": {"zh": "乌兰牧骑式的小分队把歌舞、戏曲、快板送到村屯、敬老院和工地。", "en": "A small troupe in the way of Ulan Muqir brings songs, dances and opera to villages, homes for the old and building sites."},
    "risks": {"zh": "集体活动时请注意脚下安全和人员疏散；身体不适请及时告知。", "en": "At gatherings mind your step and the way out; say so at once if you feel unwell."},
    "questions": [
      {"code": "occasion", "text": {"zh": "什么场合？", "en": "What is the occasion?"}, "kind": "TEXT", "required": false},
      {"code": "listeners", "text": {"zh": "大约多少人参加？", "en": "How many people will come?"}, "kind": "NUMBER", "required": false},
      {"code": "stage", "text": {"zh": "有无舞台和电源？", "en": "Is there a stage and power?"}, "kind": "BOOLEAN", "required": false}
    ],
    "checklist": [
      {"code": "venue", "text": {"zh": "场地和时间已与村（社区）确认", "en": "Place and time are confirmed with the village or community"}},
      {"code": "programme", "text": {"zh": "节目单已经审核", "en": "The programme has been reviewed"}},
      {"code": "power", "text": {"zh": "电源、音响和疏散通道已查看", "en": "Power, sound and ways out were looked at"}}
    ]
  },
  {
    "code": "spring-couplets", "category": "culture-arts", "riskClass": "LOW",
    "usualDuration": "PT2H", "people": 2,
    "name": {"zh": "写春联", "en": "Spring couplets"},
    "description": {"zh": "书法志愿者现场写春联、送福字。", "en": "Calligraphers write couplets for the New Year."},
    "risks": {"zh": "集体活动时请注意脚下安全和人员疏散；身体不适请及时告知。", "en": "At gatherings mind your step and the way out; say so at once if you feel unwell."},
    "questions": [
      {"code": "listeners", "text": {"zh": "大约多少人参加？", "en": "How many people will come?"}, "kind": "NUMBER", "required": false}
    ],
    "checklist": [
      {"code": "venue", "text": {"zh": "场地和时间已与村（社区）确认", "en": "Place and time are confirmed with the village or community"}},
      {"code": "paper", "text": {"zh": "红纸和笔墨已备齐", "en": "Paper and ink are ready"}}
    ]
  },
  {
    "code": "dance-lesson", "category": "culture-arts", "riskClass": "LOW",
    "usualDuration": "PT1H30M",
    "name": {"zh": "广场舞教学", "en": "Square dance lesson"},
    "description": {"zh": "教大家跳安全、健康的广场舞。", "en": "A lesson in square dancing."},
    "risks": {"zh": "跳舞前请热身；有心脑血管疾病者请先咨询医生。", "en": "Warm up first; ask your doctor if you have heart or vessel disease."},
    "questions": [
      {"code": "listeners", "text": {"zh": "大约多少人参加？", "en": "How many people will come?"}, "kind": "NUMBER", "required": false}
    ],
    "checklist": [
      {"code": "venue", "text": {"zh": "场地和时间已与村（社区）确认", "en": "Place and time are confirmed with the village or community"}}
    ]
  },
  {
    "code": "homework-help", "category": "schooling", "riskClass": "LOW",
    "usualDuration": "PT1H30M", "takenOnAutomatically": true,
    "name": {"zh": "课业辅导", "en": "Homework help"},
    "description": {"zh": "为留守儿童和双职工家庭的孩子辅导功课、陪伴阅读。", "en": "Help with homework and reading for children whose parents work or are away."},
    "risks": {"zh": "辅导在站点或有监护人在场时进行；志愿者不得与未成年人单独相处。", "en": "Help is given at the Station or with a guardian present; a volunteer is never alone with a minor."},
    "questions": [
      {"code": "grade", "text": {"zh": "孩子上几年级？", "en": "Which grade is the child in?"}, "kind": "NUMBER", "required": false},
      {"code": "subject", "text": {"zh": "哪门功课？", "en": "Which subject?"}, "kind": "TEXT", "required": false}
    ],
    "checklist": [
      {"code": "guardian", "text": {"zh": "监护人已同意", "en": "The guardian agrees"}},
      {"code": "place", "text": {"zh": "辅导地点有第三人在场", "en": "A third person is present"}}
    ]
  },
  {
    "code": "family-education", "category": "schooling", "riskClass": "LOW",
    "usualDuration": "PT1H", "certificates": ["TEACHER"],
    "name": {"zh": "家庭教育指导", "en": "Advice on bringing up children"},
    "description": {"zh": "教师志愿者为家长答疑。", "en": "A teacher answers parents' questions."},
    "risks": {"zh": "志愿者会进入您的家中；请有家人或邻居在场，贵重物品请妥善保管。志愿服务免费，不得收取任何费用。", "en": "Volunteers enter your home: have a relative or neighbour there and keep valuables safe. The service is free; nobody may take money."},
    "questions": [
      {"code": "age", "text": {"zh": "孩子多大？", "en": "How old is the child?"}, "kind": "NUMBER", "required": false}
    ],
    "checklist": [
      {"code": "called", "text": {"zh": "已与服务对象电话确认需求", "en": "The need was confirmed with the resident by phone"}}
    ]
  },
  {
    "code": "home-nursing-visit", "category": "health-fitness", "riskClass": "HIGH",
    "usualDuration": "PT1H", "certificates": ["NURSE"], "certificateRule": "EVERY_VOLUNTEER", "insurance": true, "needsCircumstances": true,
    "name": {"zh": "上门护理", "en": "Home nursing visit"},
    "description": {"zh": "护士志愿者上门测量血压血糖、换药、指导康复。", "en": "A nurse comes to measure blood pressure and sugar, change dressings and guide recovery."},
    "risks": {"zh": "护理操作可能引起出血、感染或不适；请如实告知病史、用药和过敏情况。急症请立即拨打120。志愿服务免费。", "en": "Nursing can cause bleeding, infection or discomfort: tell truthfully about illnesses, medicines and allergies. In an emergency call 120. The service is free."},
    "questions": [
      {"code": "care", "text": {"zh": "需要什么护理？", "en": "Which care is needed?"}, "kind": "CHOICE", "required": true, "options": [{"code": "measure", "text": {"zh": "测血压血糖", "en": "Blood pressure and sugar"}}, {"code": "dressing", "text": {"zh": "换药", "en": "Change of dressing"}}, {"code": "rehabilitation", "text": {"zh": "康复指导", "en": "Recovery"}}, {"code": "other", "text": {"zh": "其他", "en": "Other"}}]},
      {"code": "allergies", "text": {"zh": "有无过敏史？", "en": "Are there allergies?"}, "kind": "TEXT", "required": false},
      {"code": "mobility", "text": {"zh": "老人行动情况？", "en": "How well can the person move?"}, "kind": "CHOICE", "required": false, "options": [{"code": "walks", "text": {"zh": "能自己走动", "en": "Walks alone"}}, {"code": "with-help", "text": {"zh": "需要搀扶", "en": "Walks with help"}}, {"code": "in-bed", "text": {"zh": "卧床", "en": "Stays in bed"}}]}
    ],
    "checklist": [
      {"code": "called", "text": {"zh": "已与服务对象电话确认需求", "en": "The need was confirmed with the resident by phone"}},
      {"code": "history", "text": {"zh": "病史、用药和过敏已问清", "en": "Illnesses, medicines and allergies were asked"}},
      {"code": "kit", "text": {"zh": "护理包已检查", "en": "The kit was checked"}},
      {"code": "family", "text": {"zh": "有家属在场", "en": "A relative will be there"}}
    ]
  },
  {
    "code": "health-check", "category": "health-fitness", "riskClass": "RAISED",
    "usualDuration": "PT3H", "certificates": ["DOCTOR"], "insurance": true, "people": 2,
    "name": {"zh": "健康义诊", "en": "Health check-up"},
    "description": {"zh": "在村部或广场为大家测血压、血糖，讲解健康知识。", "en": "Blood pressure, blood sugar and advice at the village office or on the square."},
    "risks": {"zh": "义诊结果仅供参考，不能代替医院诊断；采血可能有轻微疼痛。", "en": "The results are no diagnosis; taking blood can hurt a little."},
    "questions": [
      {"code": "listeners", "text": {"zh": "大约多少人参加？", "en": "How many people will come?"}, "kind": "NUMBER", "required": false}
    ],
    "checklist": [
      {"code": "venue", "text": {"zh": "场地和时间已与村（社区）确认", "en": "Place and time are confirmed with the village or community"}},
      {"code": "waste", "text": {"zh": "医疗废物收集已安排", "en": "Medical waste will be collected"}}
    ]
  },
  {
    "code": "fitness-class", "category": "health-fitness", "riskClass": "RAISED",
    "usualDuration": "PT1H", "certificates": ["SPORTS_INSTRUCTOR"], "insurance": true,
    "name": {"zh": "健身操、太极拳教学", "en": "Fitness or tai chi class"},
    "description": {"zh": "社会体育指导员教授太极拳、八段锦和健身操。", "en": "An instructor teaches tai chi, baduanjin and gymnastics."},
    "risks": {"zh": "运动前请热身，量力而行；有慢性病者请先咨询医生。", "en": "Warm up and know your limits; ask your doctor if you have a chronic illness."},
    "questions": [
      {"code": "listeners", "text": {"zh": "大约多少人参加？", "en": "How many people will come?"}, "kind": "NUMBER", "required": false}
    ],
    "checklist": [
      {"code": "venue", "text": {"zh": "场地和时间已与村（社区）确认", "en": "Place and time are confirmed with the village or community"}}
    ]
  },
  {
    "code": "greenhouse-lesson", "category": "popular-science", "riskClass": "LOW",
    "usualDuration": "PT2H", "certificates": ["AGRONOMIST"], "people": 2, "photo": true,
    "name": {"zh": "大棚种植技术课", "en": "Greenhouse lesson"},
    "description": {"zh": "农技专家到大棚里手把手教：育苗、嫁接、水肥、病虫害防治。", "en": "An agronomist teaches in the greenhouse: seedlings, grafting, water and fertiliser, pests and diseases."},
    "risks": {"zh": "棚内温度高、地面湿滑，注意防暑防滑；学习用药时请戴手套和口罩。", "en": "It is hot and slippery inside; wear gloves and a mask where pesticides are shown."},
    "questions": [
      {"code": "crop", "text": {"zh": "种什么作物？", "en": "Which crop?"}, "kind": "TEXT", "required": false},
      {"code": "problem", "text": {"zh": "遇到什么问题？", "en": "What is the trouble?"}, "kind": "TEXT", "required": false},
      {"code": "households", "text": {"zh": "有几户参加？", "en": "How many households will come?"}, "kind": "NUMBER", "required": false}
    ],
    "checklist": [
      {"code": "venue", "text": {"zh": "场地和时间已与村（社区）确认", "en": "Place and time are confirmed with the village or community"}},
      {"code": "crop-stage", "text": {"zh": "作物长势和问题已了解", "en": "The crop's stage and trouble are known"}},
      {"code": "material", "text": {"zh": "教材和工具已备齐", "en": "Material and tools are ready"}}
    ]
  },
  {
    "code": "smartphone-lesson", "category": "popular-science", "riskClass": "LOW",
    "usualDuration": "PT1H", "takenOnAutomatically": true,
    "name": {"zh": "智能手机课", "en": "Smartphone lesson"},
    "description": {"zh": "教老年人用手机挂号、缴费、视频通话，防范诈骗。", "en": "How to see a doctor, pay, and make video calls with a phone, and how to see through fraud."},
    "risks": {"zh": "志愿者不会索要您的密码或验证码；请不要告诉任何人。", "en": "A volunteer never asks for your password or codes; tell them to nobody."},
    "questions": [
      {"code": "wish", "text": {"zh": "想学什么？", "en": "What would you like to learn?"}, "kind": "TEXT", "required": false}
    ],
    "checklist": [
      {"code": "place", "text": {"zh": "地点已确认", "en": "The place is confirmed"}}
    ]
  },
  {
    "code": "science-talk", "category": "popular-science", "riskClass": "LOW",
    "usualDuration": "PT1H",
    "name": {"zh": "科普讲座", "en": "Science talk"},
    "description": {"zh": "防灾减灾、食品安全、反诈防骗等科普知识进村。", "en": "Disasters, food safety, fraud and other matters explained."},
    "risks": {"zh": "集体活动时请注意脚下安全和人员疏散；身体不适请及时告知。", "en": "At gatherings mind your step and the way out; say so at once if you feel unwell."},
    "questions": [
      {"code": "topic", "text": {"zh": "想了解什么？", "en": "What would you like to know about?"}, "kind": "TEXT", "required": false},
      {"code": "listeners", "text": {"zh": "大约多少人参加？", "en": "How many people will come?"}, "kind": "NUMBER", "required": false}
    ],
    "checklist": [
      {"code": "venue", "text": {"zh": "场地和时间已与村（社区）确认", "en": "Place and time are confirmed with the village or community"}}
    ]
  },
  {
    "code": "legal-advice", "category": "legal-advice", "riskClass": "LOW",
    "usualDuration": "PT1H", "certificates": ["LAWYER"],
    "name": {"zh": "法律咨询", "en": "Legal advice"},
    "description": {"zh": "律师志愿者解答婚姻家庭、劳动、土地、借贷等法律问题。", "en": "A lawyer answers questions on family, work, land and loans."},
    "risks": {"zh": "咨询意见供参考，不代替正式委托；请勿交付证件原件和钱款。谈话内容保密。", "en": "Advice is no mandate; hand over no original papers and no money. What you say stays confidential."},
    "questions": [
      {"code": "field", "text": {"zh": "哪方面的问题？", "en": "What is it about?"}, "kind": "CHOICE", "required": false, "options": [{"code": "family", "text": {"zh": "婚姻家庭", "en": "Family"}}, {"code": "labour", "text": {"zh": "劳动", "en": "Work"}}, {"code": "land", "text": {"zh": "土地房屋", "en": "Land and house"}}, {"code": "loan", "text": {"zh": "借贷", "en": "Loans"}}, {"code": "other", "text": {"zh": "其他", "en": "Other"}}]},
      {"code": "deadline", "text": {"zh": "有没有开庭或截止日期？", "en": "Is there a hearing or a deadline?"}, "kind": "TEXT", "required": false}
    ],
    "checklist": [
      {"code": "conflict", "text": {"zh": "无利益冲突", "en": "There is no conflict of interest"}},
      {"code": "documents", "text": {"zh": "需要的材料已告知", "en": "The papers to bring were named"}},
      {"code": "called", "text": {"zh": "已与服务对象电话确认需求", "en": "The need was confirmed with the resident by phone"}}
    ]
  },
  {
    "code": "mediation", "category": "legal-advice", "riskClass": "RAISED",
    "usualDuration": "PT2H", "certificates": ["MEDIATOR"], "insurance": true, "people": 2, "pairRule": "TWO_PEOPLE",
    "name": {"zh": "纠纷调解", "en": "Mediation"},
    "description": {"zh": "人民调解员帮助化解邻里、家庭矛盾。", "en": "A mediator helps to settle disputes in the family or between neighbours."},
    "risks": {"zh": "调解自愿，随时可以退出；如遇人身威胁请报警。", "en": "Mediation is voluntary and may be left at any time; call the police if you are threatened."},
    "checklist": [
      {"code": "called", "text": {"zh": "已与服务对象电话确认需求", "en": "The need was confirmed with the resident by phone"}},
      {"code": "both", "text": {"zh": "双方都同意调解", "en": "Both sides agree to it"}}
    ]
  },
  {
    "code": "courtyard-cleanup", "category": "hygiene-environment", "riskClass": "RAISED",
    "usualDuration": "PT2H", "insurance": true, "needsCircumstances": true, "people": 2, "pairRule": "TWO_PEOPLE", "photo": true,
    "name": {"zh": "庭院清扫", "en": "Courtyard clean-up"},
    "description": {"zh": "帮助独居老人和残疾人打扫庭院、清理杂物。", "en": "Sweeping and clearing the courtyard of people who live alone or are disabled."},
    "risks": {"zh": "志愿者会进入您的家中；请有家人或邻居在场，贵重物品请妥善保管。志愿服务免费，不得收取任何费用。", "en": "Volunteers enter your home: have a relative or neighbour there and keep valuables safe. The service is free; nobody may take money."},
    "questions": [
      {"code": "mobility", "text": {"zh": "老人行动情况？", "en": "How well can the person move?"}, "kind": "CHOICE", "required": false, "options": [{"code": "walks", "text": {"zh": "能自己走动", "en": "Walks alone"}}, {"code": "with-help", "text": {"zh": "需要搀扶", "en": "Walks with help"}}, {"code": "in-bed", "text": {"zh": "卧床", "en": "Stays in bed"}}]}
    ],
    "checklist": [
      {"code": "called", "text": {"zh": "已与服务对象电话确认需求", "en": "The need was confirmed with the resident by phone"}},
      {"code": "tools", "text": {"zh": "工具和手套已备齐", "en": "Tools and gloves are ready"}}
    ]
  },
  {
    "code": "tree-planting", "category": "hygiene-environment", "riskClass": "RAISED",
    "usualDuration": "PT3H", "insurance": true, "people": 5, "photo": true,
    "name": {"zh": "植树绿化", "en": "Tree planting"},
    "description": {"zh": "和大家一起种树、养护绿地。", "en": "Planting trees and caring for green places."},
    "risks": {"zh": "户外劳动注意防暑防滑，正确使用工具。", "en": "Work outdoors: mind heat and slippery ground, use the tools rightly."},
    "questions": [
      {"code": "listeners", "text": {"zh": "大约多少人参加？", "en": "How many people will come?"}, "kind": "NUMBER", "required": false}
    ],
    "checklist": [
      {"code": "venue", "text": {"zh": "场地和时间已与村（社区）确认", "en": "Place and time are confirmed with the village or community"}},
      {"code": "tools", "text": {"zh": "树苗和工具已备齐", "en": "Trees and tools are ready"}}
    ]
  },
  {
    "code": "companionship-visit", "category": "help-in-need", "riskClass": "LOW",
    "usualDuration": "PT1H", "needsCircumstances": true, "people": 2, "pairRule": "SAME_SEX",
    "name": {"zh": "陪伴探访", "en": "Visit and company"},
    "description": {"zh": "定期看望独居、空巢老人，聊天、读报、代问健康。", "en": "Seeing people who live alone: to talk, to read, to ask how they are."},
    "risks": {"zh": "志愿者会进入您的家中；请有家人或邻居在场，贵重物品请妥善保管。志愿服务免费，不得收取任何费用。", "en": "Volunteers enter your home: have a relative or neighbour there and keep valuables safe. The service is free; nobody may take money."},
    "questions": [
      {"code": "mobility", "text": {"zh": "老人行动情况？", "en": "How well can the person move?"}, "kind": "CHOICE", "required": false, "options": [{"code": "walks", "text": {"zh": "能自己走动", "en": "Walks alone"}}, {"code": "with-help", "text": {"zh": "需要搀扶", "en": "Walks with help"}}, {"code": "in-bed", "text": {"zh": "卧床", "en": "Stays in bed"}}]}
    ],
    "checklist": [
      {"code": "called", "text": {"zh": "已与服务对象电话确认需求", "en": "The need was confirmed with the resident by phone"}}
    ]
  },
  {
    "code": "escort-to-hospital", "category": "help-in-need", "riskClass": "RAISED",
    "usualDuration": "PT4H", "insurance": true, "needsCircumstances": true,
    "name": {"zh": "陪同就医", "en": "Escort to hospital"},
    "description": {"zh": "陪老人挂号、候诊、取药，平安送回家。", "en": "Going along to the hospital: to register, to wait, to fetch medicine and home again."},
    "risks": {"zh": "途中请系好安全带；志愿者不代替家属签字，急症请立即拨打120。", "en": "Wear the belt on the way. A volunteer does not sign for the family; in an emergency call 120."},
    "questions": [
      {"code": "hospital", "text": {"zh": "去哪家医院？", "en": "Which hospital?"}, "kind": "TEXT", "required": true},
      {"code": "appointment", "text": {"zh": "预约了什么时间？", "en": "When is the appointment?"}, "kind": "TEXT", "required": false},
      {"code": "mobility", "text": {"zh": "老人行动情况？", "en": "How well can the person move?"}, "kind": "CHOICE", "required": false, "options": [{"code": "walks", "text": {"zh": "能自己走动", "en": "Walks alone"}}, {"code": "with-help", "text": {"zh": "需要搀扶", "en": "Walks with help"}}, {"code": "in-bed", "text": {"zh": "卧床", "en": "Stays in bed"}}]}
    ],
    "checklist": [
      {"code": "called", "text": {"zh": "已与服务对象电话确认需求", "en": "The need was confirmed with the resident by phone"}},
      {"code": "family", "text": {"zh": "已通知家属", "en": "The family knows"}},
      {"code": "transport", "text": {"zh": "交通方式已确认", "en": "How to get there is settled"}}
    ]
  },
  {
    "code": "meal-delivery", "category": "help-in-need", "riskClass": "LOW",
    "usualDuration": "PT30M", "needsCircumstances": true, "takenOnAutomatically": true,
    "name": {"zh": "送餐上门", "en": "Meals to the door"},
    "description": {"zh": "为行动不便的老人送热饭热菜。", "en": "A hot meal for people who cannot go out."},
    "risks": {"zh": "请趁热食用，并告知忌口和过敏。", "en": "Eat it hot, and tell what you cannot eat."},
    "questions": [
      {"code": "diet", "text": {"zh": "有无忌口或过敏？", "en": "Is there anything you cannot eat?"}, "kind": "TEXT", "required": false},
      {"code": "mobility", "text": {"zh": "老人行动情况？", "en": "How well can the person move?"}, "kind": "CHOICE", "required": false, "options": [{"code": "walks", "text": {"zh": "能自己走动", "en": "Walks alone"}}, {"code": "with-help", "text": {"zh": "需要搀扶", "en": "Walks with help"}}, {"code": "in-bed", "text": {"zh": "卧床", "en": "Stays in bed"}}]}
    ],
    "checklist": [
      {"code": "called", "text": {"zh": "已与服务对象电话确认需求", "en": "The need was confirmed with the resident by phone"}}
    ]
  },
  {
    "code": "counselling", "category": "help-in-need", "riskClass": "RAISED",
    "usualDuration": "PT1H", "certificates": ["COUNSELLOR"], "insurance": true, "needsCircumstances": true,
    "name": {"zh": "心理疏导", "en": "Counselling"},
    "description": {"zh": "心理咨询师志愿者倾听和疏导。", "en": "A counsellor listens and helps."},
    "risks": {"zh": "谈话内容保密，但危及生命时例外；心理危机请拨打12356。", "en": "What you say stays confidential unless a life is in danger; in a crisis call 12356."},
    "checklist": [
      {"code": "called", "text": {"zh": "已与服务对象电话确认需求", "en": "The need was confirmed with the resident by phone"}}
    ]
  },
  {
    "code": "home-haircut", "category": "convenience", "riskClass": "LOW",
    "usualDuration": "PT40M", "certificates": ["HAIRDRESSER"], "needsCircumstances": true,
    "name": {"zh": "上门理发", "en": "Haircut at home"},
    "description": {"zh": "理发师志愿者为高龄、残疾、卧床的居民上门理发。", "en": "A hairdresser comes to people who are very old, disabled or ill in bed."},
    "risks": {"zh": "理发使用剪刀和推子，请告知头部皮肤病、出血倾向和感冒；志愿者会进入您的家中，请有家人或邻居在场。志愿服务免费。", "en": "Scissors and clippers are used: tell about diseases of the scalp, bleeding and colds. Volunteers enter your home: have a relative or neighbour there. The service is free."},
    "questions": [
      {"code": "mobility", "text": {"zh": "老人行动情况？", "en": "How well can the person move?"}, "kind": "CHOICE", "required": false, "options": [{"code": "walks", "text": {"zh": "能自己走动", "en": "Walks alone"}}, {"code": "with-help", "text": {"zh": "需要搀扶", "en": "Walks with help"}}, {"code": "in-bed", "text": {"zh": "卧床", "en": "Stays in bed"}}]},
      {"code": "wish", "text": {"zh": "想理成什么样？", "en": "How would you like it cut?"}, "kind": "TEXT", "required": false}
    ],
    "checklist": [
      {"code": "called", "text": {"zh": "已与服务对象电话确认需求", "en": "The need was confirmed with the resident by phone"}},
      {"code": "tools", "text": {"zh": "工具已消毒", "en": "The tools are disinfected"}},
      {"code": "water", "text": {"zh": "有热水和座椅", "en": "There is warm water and a chair"}}
    ]
  },
  {
    "code": "home-repair", "category": "convenience", "riskClass": "HIGH",
    "usualDuration": "PT1H30M", "certificates": ["ELECTRICIAN"], "certificateRule": "EVERY_VOLUNTEER", "insurance": true, "people": 2, "pairRule": "TWO_PEOPLE", "photo": true,
    "name": {"zh": "上门维修", "en": "Home repair"},
    "description": {"zh": "电工志愿者检修线路、开关、灯具和小家电。", "en": "An electrician repairs wiring, switches, lamps and small appliances."},
    "risks": {"zh": "维修涉及用电和登高，作业时请远离；老旧线路可能需要断电。", "en": "The work is with current and on ladders: keep away. Old wiring may have to be switched off."},
    "questions": [
      {"code": "broken", "text": {"zh": "什么坏了？", "en": "What is broken?"}, "kind": "TEXT", "required": false},
      {"code": "photo-possible", "text": {"zh": "能否拍照发来？", "en": "Could you send a photo?"}, "kind": "BOOLEAN", "required": false}
    ],
    "checklist": [
      {"code": "called", "text": {"zh": "已与服务对象电话确认需求", "en": "The need was confirmed with the resident by phone"}},
      {"code": "tools", "text": {"zh": "绝缘工具和护具已检查", "en": "Insulated tools and protection were checked"}},
      {"code": "power-off", "text": {"zh": "断电方案已确认", "en": "How to switch off is settled"}}
    ]
  },
  {
    "code": "paperwork-help", "category": "convenience", "riskClass": "LOW",
    "usualDuration": "PT1H", "takenOnAutomatically": true,
    "name": {"zh": "代办帮办", "en": "Help with paperwork"},
    "description": {"zh": "帮助填表、复印、网上办理医保、社保和水电业务。", "en": "Help with forms, copies, and with health insurance, pensions, water and power online."},
    "risks": {"zh": "请只提供办事需要的材料；志愿者不保管您的证件、密码和存折。", "en": "Give only the papers that are needed; a volunteer keeps no identity card, password or bank book."},
    "questions": [
      {"code": "matter", "text": {"zh": "要办什么事？", "en": "What is it about?"}, "kind": "TEXT", "required": false}
    ],
    "checklist": [
      {"code": "called", "text": {"zh": "已与服务对象电话确认需求", "en": "The need was confirmed with the resident by phone"}},
      {"code": "papers", "text": {"zh": "所需材料已告知", "en": "The papers that are needed were named"}}
    ]
  },
  {
    "code": "errand", "category": "convenience", "riskClass": "LOW",
    "usualDuration": "PT1H", "takenOnAutomatically": true,
    "name": {"zh": "代购代取", "en": "Errand"},
    "description": {"zh": "代买米面油、药品，代取快递。", "en": "Fetching groceries, medicine or a parcel."},
    "risks": {"zh": "购物款请当面结清并保留小票；处方药须凭处方。", "en": "Settle what was spent on the spot and keep the receipt; prescribed medicine needs the prescription."},
    "questions": [
      {"code": "what", "text": {"zh": "需要买什么、取什么？", "en": "What shall be bought or fetched?"}, "kind": "TEXT", "required": false}
    ],
    "checklist": [
      {"code": "called", "text": {"zh": "已与服务对象电话确认需求", "en": "The need was confirmed with the resident by phone"}}
    ]
  }
]
$json$::jsonb) as service;

insert into service_item (code, category, active, content, version)
select
  service ->> 'code',
  service ->> 'category',
  true,
  jsonb_build_object(
    'certificates', '[]'::jsonb, 'certificateRule', 'EXPERT', 'insurance', false, 'takenOnAutomatically', false,
    'photo', false, 'needsCircumstances', false, 'people', 1, 'pairRule', 'NONE', 'questions', '[]'::jsonb,
    'checklist', '[]'::jsonb) || (service - '{code,category,riskClass,risks}'::text[]),
  0
from planted
on conflict do nothing;

insert into service_risk (service, version, risk_class, zh, en)
select service ->> 'code', 1, service ->> 'riskClass', service -> 'risks' ->> 'zh', service -> 'risks' ->> 'en'
from planted
on conflict do nothing;
